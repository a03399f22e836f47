/** What the commands print for people and write for programs: text tables and JSON files. */
package org.bulkhead.builder.report;
