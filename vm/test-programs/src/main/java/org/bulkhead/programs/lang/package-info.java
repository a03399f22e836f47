/**
 * Layer 1: {@code java.lang}. Strings, boxed numbers, lambdas, records and enums, exceptions with their
 * messages and traces, exhaustion of stack and heap, and the ways a program can end.
 */
package org.bulkhead.programs.lang;
