/** What a run tells its user: summary, HTML report, dataset documentation. */
@NullMarked
package dev.colophon.report;

import org.jspecify.annotations.NullMarked;
