package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import dev.colophon.text.Controls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What reaches a terminal of what is logged. */
class LogTest {
    private static final String OBEYED = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(Controls::isObeyed)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("a"));

    private static String logged(String message, Throwable fault) {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> terminal = (ConsoleAppender<ILoggingEvent>) root.getAppender("STDERR");
        LoggingEvent event = new LoggingEvent("", root, Level.WARN, message, fault, null);
        return new String(terminal.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void neitherMessagesNorFaultsCommandATerminal() {
        String logged = logged("the file a" + OBEYED + "b অভ্র", new IOException("cannot read" + OBEYED));
        assertThat(logged)
                .contains("b অভ্র\n")
                .contains("IOException: cannot read")
                .contains("\n\tat dev.colophon");
        assertThat(logged.codePoints()
                        .filter(point -> point != '\n' && point != '\t' && Controls.isObeyed(point))
                        .mapToObj(Integer::toHexString))
                .isEmpty();
        assertThat(logged.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).endsWith("b অভ্র"));
    }
}
