package dev.colophon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutorCoresTest {
    private static final int PROCESSORS = 64;
    private static final String BACKEND =
            "org.apache.spark.executor.CoarseGrainedExecutorBackend --driver-url spark://driver --executor-id 0";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yarn                     | 1",
                "k8s://https://host:6443  | 1",
                "spark://host:7077        | 64",
                "local                    | 1",
                "local[2]                 | 2",
                "local[*]                 | 64",
                "local[ 3 , 4 ]           | 3",
                "local[*,4]               | 64"
            })
    void whereNothingIsAskedForAnExecutorHasWhatItsMasterGives(String master, int cores) {
        assertThat(ExecutorCores.of(conf(master), "", PROCESSORS)).isEqualTo(cores);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"spark://host:7077", "local-cluster[2,5,1024]", "yarn", "k8s://https://host:6443"})
    void anExecutorIsToldItsCores(String master) {
        assertThat(ExecutorCores.of(conf(master), BACKEND + " --cores 5 --app-id app-1", PROCESSORS))
                .isEqualTo(5);
        assertThat(ExecutorCores.of(conf(master), BACKEND + " --cores 5", PROCESSORS))
                .isEqualTo(5);
    }

    @Test
    void whatIsAskedForHoldsButInALocalMaster() {
        assertThat(ExecutorCores.of(conf("yarn").set("spark.executor.cores", "4"), "", PROCESSORS))
                .isEqualTo(4);
        assertThat(ExecutorCores.of(conf("local[2]").set("spark.executor.cores", "4"), "", PROCESSORS))
                .isEqualTo(2);
    }

    private static SparkConf conf(String master) {
        return new SparkConf(false).setMaster(master);
    }
}
