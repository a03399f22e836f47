/** Exhausting the stack and the heap and carrying on; copying and cloning arrays. */
package org.bulkhead.programs.lang.memory;
