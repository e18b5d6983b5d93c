/** The command line: one class for each command, the settings of a job, and what people see of a run. */
@NullMarked
package dev.colophon.cli;

import org.jspecify.annotations.NullMarked;
