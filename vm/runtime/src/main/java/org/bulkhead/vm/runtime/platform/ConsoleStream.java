package org.bulkhead.vm.runtime.platform;

import java.io.PrintStream;
import java.util.Locale;
import jdk.internal.misc.Unsafe;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/**
 * {@code System.out} and {@code System.err}: characters go to the platform as UTF-8, at once at the end of each call.
 *
 * <p>A PrintStream of the class library would do the same by way of four more objects, a charset encoder and 600 methods; this one needs none of them and is made while the image is built.
 */
public final class ConsoleStream extends PrintStream {
    private static final int BUFFER_SIZE = 1024;
    /** Bytes of the longest character in UTF-8. */
    private static final int LONGEST = 4;
    private static final int ONE_BYTE_LIMIT = 0x80;
    private static final int TWO_BYTE_LIMIT = 0x800;
    private static final int THREE_BYTE_LIMIT = 0x1_0000;
    private static final int TAIL_BITS = 6;
    private static final int TAIL_MASK = 0x3F;

    private byte[] buffer;
    private int used;
    private int stream;

    /** Never runs: {@link #make} avoids the constructor of PrintStream. */
    private ConsoleStream() {
        super(System.out);
    }

    /** Returns the stream that writes to {@link Platform#STANDARD_OUTPUT} or {@link Platform#STANDARD_ERROR}. */
    public static ConsoleStream make(int stream) {
        try {
            ConsoleStream made = (ConsoleStream) Unsafe.getUnsafe().allocateInstance(ConsoleStream.class);
            made.buffer = new byte[BUFFER_SIZE];
            made.stream = stream;
            return made;
        } catch (InstantiationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void flush() {
        if (used != 0) {
            send(buffer, 0, used);
            used = 0;
        }
    }

    private void send(byte[] bytes, int offset, int length) {
        PlatformHolder.platform().write(stream, Magic.addressOf(bytes).plus(ObjectLayout.arrayBase(1) + (long) offset), length);
    }

    @Override
    public void close() {
        flush();
    }

    @Override
    public boolean checkError() {
        flush();
        return false;
    }

    @Override
    public void write(int value) {
        put(value);
        if (value == '\n') {
            flush();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        java.util.Objects.checkFromIndexSize(offset, length, bytes.length);
        flush();
        send(bytes, offset, length);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    private void put(int value) {
        if (used == buffer.length) {
            flush();
        }
        buffer[used++] = (byte) value;
    }

    private void putCodePoint(int point) {
        if (used + LONGEST > buffer.length) {
            flush();
        }
        if (point < ONE_BYTE_LIMIT) {
            buffer[used++] = (byte) point;
        } else if (point < TWO_BYTE_LIMIT) {
            buffer[used++] = (byte) (0xC0 | point >> TAIL_BITS);
            putTail(point);
        } else if (point < THREE_BYTE_LIMIT) {
            buffer[used++] = (byte) (0xE0 | point >> 2 * TAIL_BITS);
            putTail(point >> TAIL_BITS);
            putTail(point);
        } else {
            buffer[used++] = (byte) (0xF0 | point >> 3 * TAIL_BITS);
            putTail(point >> 2 * TAIL_BITS);
            putTail(point >> TAIL_BITS);
            putTail(point);
        }
    }

    private void putTail(int bits) {
        buffer[used++] = (byte) (0x80 | bits & TAIL_MASK);
    }

    private void put(CharSequence text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                putCodePoint(unit);
            } else if (Character.isHighSurrogate(unit) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                putCodePoint(Character.toCodePoint(unit, text.charAt(i)));
            } else {
                put('?');
            }
        }
    }

    private void line(String text) {
        put(text);
        put('\n');
        flush();
    }

    @Override
    public void print(String text) {
        put(String.valueOf(text));
        flush();
    }

    @Override
    public void print(Object object) {
        print(String.valueOf(object));
    }

    @Override
    public void print(boolean value) {
        print(value ? "true" : "false");
    }

    @Override
    public void print(char value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        print(Integer.toString(value));
    }

    @Override
    public void print(long value) {
        print(Long.toString(value));
    }

    @Override
    public void print(float value) {
        print(Float.toString(value));
    }

    @Override
    public void print(double value) {
        print(Double.toString(value));
    }

    @Override
    public void print(char[] text) {
        print(new String(text));
    }

    @Override
    public void println() {
        line("");
    }

    @Override
    public void println(String text) {
        line(String.valueOf(text));
    }

    @Override
    public void println(Object object) {
        line(String.valueOf(String.valueOf(object)));
    }

    @Override
    public void println(boolean value) {
        line(value ? "true" : "false");
    }

    @Override
    public void println(char value) {
        line(String.valueOf(value));
    }

    @Override
    public void println(int value) {
        line(Integer.toString(value));
    }

    @Override
    public void println(long value) {
        line(Long.toString(value));
    }

    @Override
    public void println(float value) {
        line(Float.toString(value));
    }

    @Override
    public void println(double value) {
        line(Double.toString(value));
    }

    @Override
    public void println(char[] text) {
        line(new String(text));
    }

    @Override
    public PrintStream format(String format, Object... arguments) {
        print(String.format(format, arguments));
        return this;
    }

    @Override
    public PrintStream format(Locale locale, String format, Object... arguments) {
        print(String.format(locale, format, arguments));
        return this;
    }

    @Override
    public PrintStream printf(String format, Object... arguments) {
        return format(format, arguments);
    }

    @Override
    public PrintStream printf(Locale locale, String format, Object... arguments) {
        return format(locale, format, arguments);
    }

    @Override
    public PrintStream append(CharSequence text) {
        print(String.valueOf(text));
        return this;
    }

    @Override
    public PrintStream append(CharSequence text, int start, int end) {
        CharSequence whole = text == null ? "null" : text;
        return append(whole.subSequence(start, end));
    }

    @Override
    public PrintStream append(char value) {
        print(value);
        return this;
    }
}
