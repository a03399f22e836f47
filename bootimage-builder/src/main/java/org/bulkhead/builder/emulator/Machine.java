package org.bulkhead.builder.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How one kind of emulator is told what to do, and how its end is understood. */
interface Machine {
    /** Name of the copy of the boot image in the run's folder. */
    String BOOT_DISK = "boot.img";
    /** Name of the link to the second disk in the run's folder. */
    String SECOND_DISK = "second.img";
    /** Name of the file in the run's folder that takes what is printed on the parallel port. */
    String PAPER = "paper.txt";
    /** Address of the network card. */
    String STATION_ADDRESS = "b0:c4:20:00:00:01";

    /**
     * Writes configuration files into the run's folder and returns the command that starts the machine there.
     *
     * @param serialPort TCP port on the loopback interface to which the first serial port connects
     */
    List<String> prepare(EmulatorConfig config, RunFolder folder, int serialPort) throws IOException;

    /** Sits down at the screen of a machine that was prepared with an attended display and has just been started. */
    Desk desk(Process process, RunFolder folder);

    /** Understands the end of the emulator's process. */
    Ending ending(int exitStatus, Path folder) throws IOException;

    /** Returns what the system wrote to port E9 so far. */
    String debugConsole(Path folder) throws IOException;

    /** Returns the emulator's own words about its end, one line, possibly empty. */
    String message(Path folder) throws IOException;
}
