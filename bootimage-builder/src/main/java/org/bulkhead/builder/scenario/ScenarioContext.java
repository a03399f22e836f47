package org.bulkhead.builder.scenario;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.bulkhead.builder.emulator.EmulatorKind;

/**
 * What a scenario runs with.
 *
 * @param image the scenario's disk image
 * @param kind the emulator
 * @param timeout limit of host time
 * @param seed from which all random contents follow
 * @param folder a folder for its files, which exists
 * @param progress is told what happens, for people
 */
public record ScenarioContext(Path image, EmulatorKind kind, Duration timeout, long seed, Path folder, PrintWriter progress) {
}
