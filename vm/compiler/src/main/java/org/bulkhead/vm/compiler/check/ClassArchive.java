package org.bulkhead.vm.compiler.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bulkhead.vm.compiler.source.MemorySource;

/**
 * Class files in one piece, with the names of those whose methods are to be compiled; the others are what these refer to.
 *
 * <pre>
 * s32 number of bytes that follow
 * s32 number of classes to compile, then the internal name of each: u16 bytes, modified UTF-8
 * s32 number of class files, then each: name, s32 bytes, the class file
 * </pre>
 *
 * Numbers are big-endian.
 *
 * @param compiled internal names of the classes to compile
 * @param classes class files by internal name
 */
public record ClassArchive(List<String> compiled, Map<String, byte[]> classes) {
    /** Writes the archive, class files in the order of their names. */
    public void write(OutputStream out) throws IOException {
        TreeMap<String, byte[]> sorted = new TreeMap<>(classes);
        java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(content);
        data.writeInt(compiled.size());
        for (String name : compiled) {
            data.writeUTF(name);
        }
        data.writeInt(sorted.size());
        for (Map.Entry<String, byte[]> each : sorted.entrySet()) {
            data.writeUTF(each.getKey());
            data.writeInt(each.getValue().length);
            data.write(each.getValue());
        }
        new DataOutputStream(out).writeInt(content.size());
        content.writeTo(out);
    }

    /**
     * Reads an archive.
     *
     * @throws IOException if it ends too early or has a length that cannot be
     */
    public static ClassArchive read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        data.readInt();
        List<String> compiled = new ArrayList<>();
        for (int count = data.readInt(); count > 0; count--) {
            compiled.add(data.readUTF());
        }
        TreeMap<String, byte[]> classes = new TreeMap<>();
        for (int count = data.readInt(); count > 0; count--) {
            String name = data.readUTF();
            int length = data.readInt();
            if (length < 0) {
                throw new EOFException("class file of " + name + " has " + length + " bytes: the archive is damaged, make it again");
            }
            byte[] file = new byte[length];
            data.readFully(file);
            classes.put(name, file);
        }
        return new ClassArchive(compiled, classes);
    }

    /** Returns the class files as a source. */
    public MemorySource source() {
        return new MemorySource(classes);
    }

    /** Returns the bytes of the class files of the classes to compile. */
    public long compiledBytes() {
        long bytes = 0;
        for (String name : compiled) {
            bytes += classes.get(name).length;
        }
        return bytes;
    }
}
