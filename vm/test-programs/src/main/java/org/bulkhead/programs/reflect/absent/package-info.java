/** Classes that are taken away before the programs are built or run. */
package org.bulkhead.programs.reflect.absent;
