package dev.colophon.batch;

import dev.colophon.conversion.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Spring Batch on an embedded H2, for one run. The caller holds the dataset's lease: that is what makes it right to
 * recover an execution that a killed process left behind.
 */
final class JobEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobEngine.class);
    private static final String ATTEMPT = "attempt";

    private final ConfigurableApplicationContext context;

    private JobEngine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it. A job repository that cannot be opened is moved aside and a new one made: it is no truth that anything
     * depends on.
     *
     * @param stages what the steps call
     */
    static JobEngine open(Stages stages) throws IOException {
        Path state = stages.settings().dataset().state();
        try {
            return start(stages, state);
        } catch (BeansException fault) {
            Path database = state.resolve("jobs.mv.db");
            if (!isDamaged(fault) || !Files.exists(database)) {
                throw fault;
            }
            Path aside = state.resolve("jobs.damaged.mv.db");
            Files.move(database, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn(
                    "the job repository {} cannot be opened and was moved to {}; a new one takes its place",
                    database,
                    aside);
            return start(stages, state);
        }
    }

    /** Whether the database's own store is what failed. */
    private static boolean isDamaged(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }

    private static JobEngine start(Stages stages, Path state) {
        String url = "jdbc:h2:file:" + state.toAbsolutePath().resolve("jobs") + ";DB_CLOSE_ON_EXIT=FALSE";
        Map<String, Object> properties = Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", "sa",
                "spring.datasource.password", "",
                "spring.datasource.hikari.maximum-pool-size",
                        stages.localShards().threads() + 4,
                "spring.batch.job.enabled", "false",
                "spring.batch.jdbc.initialize-schema", "always",
                "spring.main.log-startup-info", "false",
                "spring.jmx.enabled", "false");
        return new JobEngine(new SpringApplicationBuilder(ConversionJobConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(properties)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("stages", stages))
                .run());
    }

    /** Runs the job: an unfinished execution goes on where it stopped, otherwise a new one starts. */
    JobExecution execute() throws Exception {
        JobOperator operator = context.getBean(JobOperator.class);
        JobRepository repository = context.getBean(JobRepository.class);
        Job job = context.getBean(Job.class);
        JobInstance last = repository.getLastJobInstance(job.getName());
        JobExecution unfinished = last == null ? null : unfinished(repository, last);
        if (unfinished != null) {
            if (unfinished.isRunning() || unfinished.isStopping()) {
                unfinished = operator.recover(unfinished);
            }
            return operator.restart(unfinished);
        }
        long attempt = last == null ? 1 : last.getInstanceId() + 1;
        return operator.start(
                job, new JobParametersBuilder().addLong(ATTEMPT, attempt).toJobParameters());
    }

    private static @Nullable JobExecution unfinished(JobRepository repository, JobInstance instance) {
        JobExecution execution = repository.getLastJobExecution(instance);
        boolean over = execution == null
                || execution.getStatus() == BatchStatus.COMPLETED
                || execution.getStatus() == BatchStatus.ABANDONED
                || isUnknown(execution);
        return over ? null : execution;
    }

    /** Spring Batch restarts nothing of which the repository, on a full disk perhaps, did not learn how it ended. */
    private static boolean isUnknown(JobExecution execution) {
        return execution.getStatus() == BatchStatus.UNKNOWN
                || execution.getStepExecutions().stream().anyMatch(step -> step.getStatus() == BatchStatus.UNKNOWN);
    }

    @Override
    public void close() {
        context.close();
    }
}
