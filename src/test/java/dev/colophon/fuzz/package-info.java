/** Fuzzing: what is run, how, and what every target checks. The targets stand beside what they read. */
package dev.colophon.fuzz;
