package dev.colophon.batch;

import dev.colophon.conversion.Stages;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job: plan, count, survey and learn (what recurs on the pages of each site), convert (partitioned by shard),
 * consolidate, publish, report.
 *
 * <p>Every step may start again although it is complete, and each is idempotent: what decides whether work is done is
 * the staged data (a shard's completion marker, the manifest), not the job repository, which may be lost without loss.
 *
 * <p>The parts of Spring Boot that it needs are named: looking for all that could be configured takes longer than a run
 * that finds nothing new.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
class ConversionJobConfiguration {
    /** Partition names are shard ids: repeatable, and others where the work is another. */
    static final String SHARD = "shard";

    @Bean
    Job conversion(
            JobRepository repository,
            Stages stages,
            Step plan,
            Step count,
            Step survey,
            Step learn,
            Step convert,
            Step consolidate,
            Step publish,
            Step report) {
        return new JobBuilder(stages.settings().job() + stages.work().suffix(), repository)
                .start(plan)
                .on(PlanTasklet.NOTHING_NEW)
                .end()
                .from(plan)
                .on("COMPLETED")
                .to(count)
                .next(survey)
                .next(learn)
                .next(convert)
                .next(consolidate)
                .next(publish)
                .next(report)
                .end()
                .build();
    }

    @Bean
    Step plan(JobRepository repository, PlatformTransactionManager transactions, Stages stages) {
        return step("plan", new PlanTasklet(stages), repository, transactions);
    }

    @Bean
    Step count(JobRepository repository, Stages stages, Step countShard, TaskExecutor shards) {
        return partitioned("count", stages.localShards()::toCount, countShard, repository, shards);
    }

    @Bean
    Step countShard(JobRepository repository, PlatformTransactionManager transactions, Stages stages) {
        return step("count-shard", new ShardTasklet(stages.localShards()::count), repository, transactions);
    }

    @Bean
    Step survey(JobRepository repository, Stages stages, Step surveyShard, TaskExecutor shards) {
        return partitioned("survey", stages.localShards()::toSurvey, surveyShard, repository, shards);
    }

    @Bean
    Step surveyShard(JobRepository repository, PlatformTransactionManager transactions, Stages stages) {
        ShardTasklet.Reading survey =
                shard -> stages.localShards().survey(shard).items();
        return step("survey-shard", new ShardTasklet(survey), repository, transactions);
    }

    @Bean
    Step learn(JobRepository repository, PlatformTransactionManager transactions, Stages stages) {
        return step("learn", new StageTasklet(stages::learn), repository, transactions);
    }

    @Bean
    Step convert(JobRepository repository, Stages stages, Step shard, TaskExecutor shards) {
        return partitioned("convert", stages.localShards()::toConvert, shard, repository, shards);
    }

    @Bean
    Step shard(JobRepository repository, PlatformTransactionManager transactions, Stages stages) {
        ShardTasklet.Reading convert =
                shard -> stages.localShards().convert(shard).items();
        return step(SHARD, new ShardTasklet(convert), repository, transactions);
    }

    @Bean
    Step consolidate(JobRepository repository, PlatformTransactionManager transactions, Stages stages) {
        return step("consolidate", new StageTasklet(stages::consolidate), repository, transactions);
    }

    @Bean
    Step publish(JobRepository repository, PlatformTransactionManager transactions, Stages stages) {
        return step("publish", new StageTasklet(stages::publish), repository, transactions);
    }

    @Bean
    Step report(JobRepository repository, PlatformTransactionManager transactions, Stages stages) {
        return step("report", new StageTasklet(stages::report), repository, transactions);
    }

    @Bean
    TaskExecutor shards(Stages stages) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(stages.localShards().threads());
        executor.setMaxPoolSize(stages.localShards().threads());
        executor.setThreadNamePrefix("shard-");
        return executor;
    }

    /** A step that does one for each shard, in parallel. */
    private static Step partitioned(
            String name, ShardPartitioner.Shards ids, Step shard, JobRepository repository, TaskExecutor threads) {
        return new StepBuilder(name, repository)
                .partitioner(shard.getName(), new ShardPartitioner(ids))
                .step(shard)
                .taskExecutor(threads)
                .allowStartIfComplete(true)
                .build();
    }

    private static Step step(
            String name, Tasklet tasklet, JobRepository repository, PlatformTransactionManager transactions) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .allowStartIfComplete(true)
                .build();
    }
}
