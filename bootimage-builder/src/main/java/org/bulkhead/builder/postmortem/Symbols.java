package org.bulkhead.builder.postmortem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.disk.DiskReader;
import org.bulkhead.builder.inspect.ImageMap;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;

/** What an image knows of the addresses and components in a death record. */
final class Symbols {
    private static final Pattern SERVES = Pattern.compile("\\bserves (\\w+)");
    /** Parameters and result of a method, which a stack leaves out. */
    private static final Pattern DESCRIPTOR = Pattern.compile("\\(.*\\)\\S+ \\(");
    private static final int CODE_BYTES = 16;

    private final DiskReader disk;
    private final ImageMap map;
    private final Map<String, MessageText> protocols = new HashMap<>();

    private Symbols(DiskReader disk, ImageMap map) {
        this.disk = disk;
        this.map = map;
    }

    /**
     * Reads an image, its map and its list of isolates, which lie beside it.
     *
     * @throws UserProblem if one of them cannot be read
     */
    static Symbols read(Path image, Path map, Path rights) {
        Symbols symbols = new Symbols(new DiskReader(image), ImageMap.read(map));
        try {
            for (String line : Files.readAllLines(rights)) {
                String[] fields = line.split("\t", 4);
                Matcher serves = SERVES.matcher(fields[fields.length - 1]);
                if (fields.length > 1 && serves.find()) {
                    MessageText.of(serves.group(1)).ifPresent(protocol -> symbols.protocols.put(fields[1], protocol));
                }
            }
        } catch (IOException e) {
            throw UserProblem.failure("the list of isolates " + rights + " cannot be read: build the image again with 'bulkhead image'", e);
        }
        return symbols;
    }

    /** Returns the number of the image. */
    int number() {
        return disk.number();
    }

    /** Returns class, method and line of an instruction. */
    String at(long address) {
        return address >>> Integer.SIZE == 0 ? place((int) address) : "in no Java method";
    }

    /** Returns class, method and line of the call that would return to an address, which may be the first of another line. */
    String before(int returnAddress) {
        return place(returnAddress - 1);
    }

    private String place(int address) {
        if (isInModule(address)) {
            return "in a module, which the image knows nothing of";
        }
        return DESCRIPTOR.matcher(map.describe(address)).replaceFirst("(");
    }

    /** Returns the instruction bytes from an address on in hexadecimal; empty if the image has none there. */
    String code(long address) {
        return address >>> Integer.SIZE == 0 && !isInModule(address) ? HexFormat.ofDelimiter(" ").formatHex(disk.memory((int) address, CODE_BYTES)) : "";
    }

    private static boolean isInModule(long address) {
        return address >= AddressSpaceLayout.MODULE_START && address < AddressSpaceLayout.MODULE_END;
    }

    /** Returns the reader of the requests that a component serves, if its protocol is known. */
    Optional<MessageText> protocol(String component) {
        return Optional.ofNullable(protocols.get(component));
    }
}
