/** Type tests and casts of classes and interfaces. */
package org.bulkhead.programs.core.types;
