package org.bulkhead.programs.util.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import org.bulkhead.programs.Out;

/** Byte array streams, data streams, and readers and writers over strings. */
public final class ByteStreams {
    public static void main(String[] args) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(-5);
        out.writeLong(1L << 50);
        out.writeUTF("text \u20ac\0");
        out.writeDouble(0.1);
        out.writeBoolean(true);
        out.writeShort(70000);
        out.writeChar('x');
        out.writeBytes("raw");
        Out.println(bytes.size() + " " + Arrays.hashCode(bytes.toByteArray()));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        Out.println(in.readInt() + " " + in.readLong() + " " + in.readUTF() + " " + in.readDouble() + " " + in.readBoolean() + " " + in.readUnsignedShort() + " " + in.readChar());
        byte[] rest = new byte[3];
        in.readFully(rest);
        Out.println(new String(rest, java.nio.charset.StandardCharsets.US_ASCII) + in.read());
        try {
            in.readByte();
        } catch (EOFException e) {
            Out.println("end");
        }
        ByteArrayInputStream source = new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5}, 1, 3);
        Out.println(source.available() + " " + source.read() + " " + source.skip(1) + " " + source.read() + " " + source.read());
        Out.println(Arrays.toString(new ByteArrayInputStream(new byte[] {7, 8}).readAllBytes()));
        StringWriter w = new StringWriter();
        w.write("written ");
        w.append('c').append("12345", 1, 3).write(65);
        Out.println(w.toString());
        StringReader r = new StringReader("reader");
        char[] chars = new char[4];
        Out.println(r.read(chars) + new String(chars) + (char) r.read() + r.read() + r.read());
    }
}
