package dev.colophon.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a job's settings and who gave them. Later layers win: default, job file, environment, option.
 */
final class SettingValues {
    /**
     * A value as written.
     *
     * @param items its parts; one for all but lists
     * @param origin who gave it, for people: {@code default}, {@code jobs/nightly.yaml, line 4}
     */
    record Value(List<String> items, String origin) {
        Value {
            items = List.copyOf(items);
        }

        /** Whether nobody gave it. */
        boolean isDefault() {
            return origin.equals(DEFAULT);
        }

        /** As it would stand on a line of a job file. */
        String text() {
            return items.size() == 1 ? items.get(0) : items.toString();
        }
    }

    private static final String PREFIX = "COLOPHON_";

    /** Variables that are no settings, but are read by the launcher, the log, a parser's process or a catalog. */
    private static final Set<String> OTHERS = Set.of(
            "COLOPHON_JAVA_OPTS",
            "COLOPHON_SPARK_OPTS",
            "COLOPHON_CONF",
            "COLOPHON_LOG",
            "COLOPHON_CATALOG_USER",
            "COLOPHON_CATALOG_PASSWORD");

    /** What Kubernetes tells each pod of a service whose name begins with colophon: {@code COLOPHON_UI_PORT_80_TCP_ADDR}. */
    private static final Pattern OF_KUBERNETES =
            Pattern.compile("(?:.*_)?(?:SERVICE_(?:HOST|PORT(?:_.*)?)|PORT(?:_[0-9]+_(?:TCP|UDP|SCTP)(?:_[A-Z]+)?)?)");

    private static final String DEFAULT = "default";

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    /** The defaults. */
    SettingValues() {
        for (Setting setting : Setting.values()) {
            String fallback = setting.fallback();
            if (fallback != null) {
                put(setting, List.of(fallback), DEFAULT);
            }
        }
    }

    void put(Setting setting, List<String> items, String origin) {
        values.put(setting, new Value(items, origin));
    }

    /** The values that the environment gives; a {@link UsageException} where it means a setting that there is none of. */
    void putEnvironment(Map<String, String> environment) {
        environment.keySet().stream().sorted().forEach(SettingValues::requireKnown);
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null) {
                put(setting, setting.isList() ? items(value) : List.of(value), setting.variable());
            }
        }
    }

    private static void requireKnown(String variable) {
        if (!variable.startsWith(PREFIX)
                || OTHERS.contains(variable)
                || OF_KUBERNETES.matcher(variable.substring(PREFIX.length())).matches()) {
            return;
        }
        List<String> settings =
                Arrays.stream(Setting.values()).map(Setting::variable).toList();
        if (!settings.contains(variable)) {
            List<String> known =
                    Stream.concat(settings.stream(), OTHERS.stream().sorted()).toList();
            throw new UsageException("the environment variable " + variable + " is no setting; did you mean "
                    + Setting.nearest(variable, known) + "? Unset it where it is for something else");
        }
    }

    /** The items of a list, between commas that stand outside of braces: {@code in/{a,b}/*, other}. */
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == ',' && depth == 0) {
                items.add(text.substring(from, at).strip());
                from = at + 1;
            } else if (unit == '{') {
                depth++;
            } else if (unit == '}' && depth > 0) {
                depth--;
            }
        }
        items.add(text.substring(from).strip());
        items.removeIf(String::isEmpty);
        return items.isEmpty() ? List.of("") : items;
    }

    /** The values that {@code --set key=value} gives. */
    void putOptions(Map<String, String> options) {
        options.forEach((key, value) -> {
            Setting setting = Setting.ofKey(key, "--set");
            put(setting, setting.isList() ? items(value) : List.of(value), "--set " + key);
        });
    }

    /** The value; null where nobody gives one and there is no default. */
    @Nullable
    Value find(Setting setting) {
        return values.get(setting);
    }

    /** The value; a {@link UsageException} where nobody gives one. */
    Value require(Setting setting) {
        Value value = values.get(setting);
        if (value == null) {
            throw new UsageException("the setting " + setting.key() + " is missing (" + setting.meaning()
                    + "); write it into the job file or give --set " + setting.key() + "=VALUE");
        }
        return value;
    }
}
