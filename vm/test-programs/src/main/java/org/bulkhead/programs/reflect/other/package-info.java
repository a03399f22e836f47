/** A class in another package. */
package org.bulkhead.programs.reflect.other;
