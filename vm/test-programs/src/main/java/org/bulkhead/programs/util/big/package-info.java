/** Integers and decimals of any size. */
package org.bulkhead.programs.util.big;
