package dev.colophon.storage;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * What Colophon would rather have than the Hadoop client's own defaults: a service that is not there is to be told of within
 * two minutes or so, not within a quarter of an hour. What the user's configuration says stays.
 */
final class ClientDefaults {
    private static final Map<String, String> PREFERRED = Map.of(
            // 45 attempts of 20 s each otherwise
            "ipc.client.connect.max.retries.on.timeouts",
            "2",
            "ipc.client.connect.timeout",
            "10000",
            "dfs.client.failover.max.attempts",
            "8",
            // S3A repeats what the SDK has repeated already: 5 attempts, 8 times
            "fs.s3a.attempts.maximum",
            "3",
            "fs.s3a.retry.limit",
            "6",
            "fs.s3a.connection.establish.timeout",
            "5s");

    private ClientDefaults() {}

    /** The user's configuration with what it leaves open. */
    static Configuration configuration() {
        return in(new Configuration());
    }

    static Configuration in(Configuration configuration) {
        // The newer stream of S3A does not ask again where a reply breaks off in the middle.
        configuration.setIfUnset("fs.s3a.input.stream.type", "classic");
        PREFERRED.forEach((key, value) -> {
            if (isDefault(configuration, key)) {
                configuration.set(key, value, "colophon");
            }
        });
        return configuration;
    }

    private static boolean isDefault(Configuration configuration, String key) {
        String[] sources = configuration.getPropertySources(key);
        return sources == null || sources.length == 0 || sources[sources.length - 1].endsWith("-default.xml");
    }
}
