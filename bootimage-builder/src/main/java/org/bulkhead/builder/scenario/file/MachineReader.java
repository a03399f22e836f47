package org.bulkhead.builder.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulkhead.builder.disk.DiskImage;
import org.bulkhead.builder.emulator.Display;
import org.bulkhead.builder.emulator.MachineTime;
import org.bulkhead.builder.emulator.Network;
import org.bulkhead.builder.scenario.judge.Area;
import org.bulkhead.builder.yaml.Section;
import org.bulkhead.builder.yaml.Units;
import org.bulkhead.builder.yaml.YamlNode;

/** Reads {@code machine}. */
final class MachineReader {
    private static final int MEMORY = 256;
    private static final int LEAST_MEMORY = 16;
    private static final int MOST_MEMORY = 4096;

    private static final Map<String, Network> NETWORKS = Map.of("none", Network.NONE, "user", Network.USER);
    private static final Map<String, Display> DISPLAYS = Map.of("attended", Display.ATTENDED, "unattended", Display.UNATTENDED);
    private static final Map<String, MachineTime> TIMES = Map.of("host", MachineTime.HOST, "instructions", MachineTime.INSTRUCTIONS);

    /** The machine of a file that says nothing of it. */
    static final MachineSpec ORDINARY = new MachineSpec(MEMORY, Optional.empty(), Network.NONE, Display.UNATTENDED, MachineTime.INSTRUCTIONS);

    private MachineReader() {}

    static MachineSpec read(Optional<YamlNode> node, Problems problems) {
        if (node.isEmpty()) {
            return ORDINARY;
        }
        Section machine = Section.of(node.get(), "the machine");
        int memory = problems.in(() -> machine.value("memory", MachineReader::megabytes, MEMORY), MEMORY);
        Optional<DiskSpec> disk = problems.in(() -> machine.node("disk").map(MachineReader::disk), Optional.empty());
        Network network = problems.in(() -> machine.choice("network", NETWORKS, Network.NONE), Network.NONE);
        Display display = problems.in(() -> machine.choice("display", DISPLAYS, Display.UNATTENDED), Display.UNATTENDED);
        MachineTime time = problems.in(() -> machine.choice("time", TIMES, network == Network.NONE ? MachineTime.INSTRUCTIONS : MachineTime.HOST), MachineTime.HOST);
        machine.finish();
        return new MachineSpec(memory, disk, network, display, time);
    }

    private static int megabytes(YamlNode.Scalar scalar) {
        long megabytes = Units.size(scalar) >> 20;
        if (megabytes < LEAST_MEMORY || megabytes > MOST_MEMORY) {
            throw scalar.problem("a memory of " + scalar.text() + " is not possible: " + LEAST_MEMORY + " MiB to " + MOST_MEMORY + " MiB are");
        }
        return (int) megabytes;
    }

    private static DiskSpec disk(YamlNode node) {
        Section disk = Section.of(node, "the disk");
        long size = disk.value("size", MachineReader::sectors);
        List<Area> contents = new ArrayList<>();
        YamlNode given = disk.required("contents");
        if (given instanceof YamlNode.Scalar scalar) {
            contents.addAll(Section.choice(scalar, Map.of("random", List.of(new Area(0, size)), "zeros", List.<Area>of()), "\"contents\""));
        } else {
            for (YamlNode each : Section.items(given)) {
                contents.add(area(Section.of(each, "a part of the contents"), size));
            }
        }
        disk.finish();
        return new DiskSpec(size, List.copyOf(contents));
    }

    /** Reads the keys {@code at} and {@code size} of a part of a disk of {@code diskSize} bytes; all of it without them. */
    static Area area(Section section, long diskSize) {
        long at = section.value("at", Units::size, 0L);
        long size = section.value("size", Units::size, diskSize - at);
        section.finish();
        if (at < 0 || size <= 0 || at > diskSize - size) {
            throw section.problem("the disk has " + diskSize + " bytes, and no " + size + " bytes from byte " + at + ": correct \"at\" or \"size\"");
        }
        return new Area(at, size);
    }

    private static long sectors(YamlNode.Scalar scalar) {
        long size = Units.size(scalar);
        if (size == 0 || size % DiskImage.SECTOR_SIZE != 0) {
            throw scalar.problem("a disk of " + scalar.text() + " is not possible: a multiple of " + DiskImage.SECTOR_SIZE + " B is");
        }
        return size;
    }
}
