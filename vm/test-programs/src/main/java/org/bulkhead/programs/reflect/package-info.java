/** Programs whose classes are open: they look at themselves through reflection, and find classes, services and resources by name. */
package org.bulkhead.programs.reflect;
