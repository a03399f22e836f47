/**
 * Which rights the code of a program uses, compared with those that its manifest gives.
 *
 * <p>{@link org.bulkhead.builder.rights.RightsCheck} looks at the code that each program of an image reaches ({@link org.bulkhead.vm.linker.Reach}), finds the calls by which
 * code asks for rights (the table {@link org.bulkhead.isolate.manifest.rules.RightKind}), and what constants they are given ({@link org.bulkhead.builder.rights.Constants}).
 * Nothing is guessed: a right that is asked for by something that is no constant is said to be unknown, and then no right of that kind is called unused.
 */
package org.bulkhead.builder.rights;
