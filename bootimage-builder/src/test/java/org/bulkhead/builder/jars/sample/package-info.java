/** Programs that use those jars. They are compiled into executables by themselves, with nothing of the tests. */
package org.bulkhead.builder.jars.sample;
