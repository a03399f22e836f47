/**
 * Running a disk image in an emulator, from the command line and from tests.
 *
 * <p>An <em>emulator</em> is a program that acts as a whole PC. Two are supported: Bochs, the reference machine, which repeats a run
 * instruction for instruction, and QEMU, which is about ten times faster. Either way the machine's first serial port is
 * connected to this program, which can read what the system prints and type to it; and a write to an agreed port by the system ends the run.
 * <pre>
 * try (EmulatorRun run = Emulator.start(EmulatorConfig.of(image).withTimeout(Duration.ofSeconds(60)))) {
 *     run.awaitText("> $");
 *     run.type("ps\n");
 *     run.awaitLine("ata0 .*");
 * }
 * </pre>
 */
package org.bulkhead.builder.emulator;
