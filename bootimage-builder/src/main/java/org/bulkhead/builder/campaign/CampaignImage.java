package org.bulkhead.builder.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.disk.DiskImage;
import org.bulkhead.builder.inspect.ImageMap;
import org.bulkhead.vm.linker.World;

/** An image that faults are put into: where its methods are, and which of them are a driver's own. */
public final class CampaignImage {
    private static final String DRIVERS = "org.bulkhead.drivers.";
    /** Packages that belong to the driver of another package. */
    private static final Map<String, String> BORROWED = Map.of("org.bulkhead.drivers.terminal.", "org.bulkhead.drivers.vga.", "org.bulkhead.drivers.keyboard.", "org.bulkhead.drivers.ps2.");
    private static final int HEADER_ENTRY = 24;
    /** Methods begin at multiples of it. */
    private static final int CODE_ALIGNMENT = 16;

    private final Path file;
    private final String digest;
    private final ImageMap map;
    private final byte[] kernel;
    private final Map<String, DriverCode> drivers = new LinkedHashMap<>();

    /**
     * Reads an image and the files beside it.
     *
     * @param map of the image
     * @param rights the list of its isolates
     * @throws UserProblem if they cannot be read, or the image has no drivers
     */
    public CampaignImage(Path file, Path map, Path rights) {
        this.file = file;
        this.map = ImageMap.read(map);
        try {
            byte[] disk = Files.readAllBytes(file);
            digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(disk));
            kernel = Arrays.copyOfRange(disk, DiskImage.KERNEL_SECTOR * DiskImage.SECTOR_SIZE, disk.length);
            for (String line : Files.readAllLines(rights)) {
                String[] parts = line.split("\t");
                if (parts.length > 2 && parts[2].startsWith(DRIVERS)) {
                    String home = parts[2].substring(0, parts[2].lastIndexOf('.') + 1);
                    drivers.put(parts[1], new DriverCode(parts[1], methodsOf(home)));
                }
            }
        } catch (IOException e) {
            throw UserProblem.failure("the image " + file + " cannot be read: build it again with 'bulkhead campaign run', or name its file: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        if (drivers.isEmpty()) {
            throw UserProblem.failure("the image " + file + " has no drivers, into which faults could be put: take one of the set CAMPAIGN");
        }
    }

    private List<List<Instruction>> methodsOf(String home) {
        List<List<Instruction>> all = new ArrayList<>();
        for (ImageMap.Method method : map.methods()) {
            String name = method.name();
            String owner = BORROWED.entrySet().stream().filter(each -> name.startsWith(each.getKey())).map(Map.Entry::getValue).findFirst().orElse(null);
            if (method.world() == World.ISOLATE && (name.startsWith(home) || home.equals(owner))) {
                all.add(instructionsOf(method));
            }
        }
        return all;
    }

    /** Returns bytes of a section of the image as it is loaded. */
    byte[] code(int address, int size) {
        ByteBuffer header = ByteBuffer.wrap(kernel).order(ByteOrder.LITTLE_ENDIAN);
        int sections = header.getInt(8);
        for (int entry = 16; entry < 16 + sections * HEADER_ENTRY; entry += HEADER_ENTRY) {
            int begin = header.getInt(entry);
            int offset = header.getInt(entry + 4);
            int length = header.getInt(entry + 8);
            if (address >= begin && address + size <= begin + length) {
                return Arrays.copyOfRange(kernel, offset + address - begin, offset + address - begin + size);
            }
        }
        throw UserProblem.failure("the image's map does not fit it: nothing is loaded at 0x" + Integer.toHexString(address));
    }

    /** Returns the image's file. */
    public Path file() {
        return file;
    }

    /** Returns the SHA-256 of the image's file in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** Returns the image's map. */
    public ImageMap map() {
        return map;
    }

    /** Returns the drivers by name, in the order of the image. */
    public Map<String, DriverCode> drivers() {
        return drivers;
    }

    /** Returns the only method of a world whose name begins so. */
    ImageMap.Method method(World world, String name) {
        return map.methods().stream().filter(each -> each.world() == world && each.name().startsWith(name)).findFirst()
            .orElseThrow(() -> UserProblem.failure("the image " + file + " has no method " + name + ": take one of the set CAMPAIGN"));
    }

    /** Returns the address of two bytes of the nucleus's code that belong to no method. */
    long gap() {
        for (ImageMap.Method each : map.methods()) {
            int end = each.address() + each.size();
            if (each.world() == World.NUCLEUS && end % CODE_ALIGNMENT > 0 && end % CODE_ALIGNMENT <= CODE_ALIGNMENT - Short.BYTES) {
                return end;
            }
        }
        throw UserProblem.failure("the nucleus of " + file + " has no gap between its methods: take an image of the set CAMPAIGN");
    }

    /** Returns the instructions of a method. */
    List<Instruction> instructionsOf(ImageMap.Method method) {
        return Disassembler.decode(method.address(), code(method.address(), method.size()));
    }
}
