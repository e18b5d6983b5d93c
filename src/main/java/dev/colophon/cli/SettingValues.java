package dev.colophon.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** The values that the environment gives. */
    void putEnvironment(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null) {
                put(setting, setting.isList() ? List.of(value.split(",")) : List.of(value), setting.variable());
            }
        }
    }

    /** The values that {@code --set key=value} gives. */
    void putOptions(Map<String, String> options) {
        options.forEach((key, value) -> {
            Setting setting = Setting.ofKey(key, "--set");
            put(setting, setting.isList() ? List.of(value.split(",")) : List.of(value), "--set " + key);
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
