/** Lambdas and method references of every kind. */
package org.bulkhead.programs.lang.lambdas;
