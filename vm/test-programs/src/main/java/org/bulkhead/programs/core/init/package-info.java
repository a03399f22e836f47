/** When classes and interfaces are initialised, in which order, and what happens when that fails. */
package org.bulkhead.programs.core.init;
