package dev.colophon.conversion;

/**
 * Carries out a run: calls its {@link Stages} in order, and has shards read here ({@link LocalShards}) or elsewhere
 * ({@link RemoteShards}). The dataset's lease is held while it works.
 */
public interface Engine {
    /** What run records call it: {@code local, 2 threads}. */
    String describe(JobSettings settings);

    /**
     * Goes through the stages.
     *
     * @throws ConversionException where it has more to say than the fault itself
     * @throws Exception what made a stage fail; the same command takes the run up again
     */
    void execute(Stages stages) throws Exception;
}
