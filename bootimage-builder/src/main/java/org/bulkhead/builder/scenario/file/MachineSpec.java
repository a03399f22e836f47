package org.bulkhead.builder.scenario.file;

import java.util.Optional;
import org.bulkhead.builder.emulator.Display;
import org.bulkhead.builder.emulator.MachineTime;
import org.bulkhead.builder.emulator.Network;

/**
 * The machine of a scenario.
 *
 * @param memoryMegabytes its memory
 * @param disk its disk 1, beside the one that it boots from
 * @param network what it is connected to
 * @param display whether somebody sits at it
 * @param time what makes its time pass, where the emulator leaves a choice
 */
public record MachineSpec(int memoryMegabytes, Optional<DiskSpec> disk, Network network, Display display, MachineTime time) {}
