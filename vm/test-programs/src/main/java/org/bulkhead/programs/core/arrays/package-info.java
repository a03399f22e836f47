/** Arrays of every kind: elements, bounds, stores, covariance, several dimensions, and algorithms that live on them. */
package org.bulkhead.programs.core.arrays;
