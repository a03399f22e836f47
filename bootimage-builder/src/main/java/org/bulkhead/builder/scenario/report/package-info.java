/**
 * What a run showed: for programs as JSON, for a terminal as text, and for a browser as one HTML page that needs no other file.
 */
package org.bulkhead.builder.scenario.report;
