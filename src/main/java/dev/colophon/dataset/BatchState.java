package dev.colophon.dataset;

import dev.colophon.model.Versions;

/**
 * A batch as it stands in a dataset.
 *
 * @param batch its name
 * @param run the run that made its present parts
 * @param versions the rules they were made with
 */
public record BatchState(String batch, String run, Versions versions) {}
