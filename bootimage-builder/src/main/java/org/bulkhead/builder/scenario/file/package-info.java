/**
 * Scenarios as people write them: YAML files, read and checked, and compiled into the plan that the conductor in the machine plays.
 */
package org.bulkhead.builder.scenario.file;
