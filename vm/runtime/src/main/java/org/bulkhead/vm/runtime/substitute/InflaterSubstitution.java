package org.bulkhead.vm.runtime.substitute;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.bulkhead.vm.runtime.zip.InflateStream;
import org.bulkhead.vm.runtime.zip.RawMemory;

/** Inflates by a library in Java. The native code's handle is a number that says only whether the data are raw; the stream itself is in the object that holds the handle. */
@Substitutes("java.util.zip.Inflater")
final class InflaterSubstitution {
    private static final String LIBRARY = "inflating is native code in the JDK; here a library in Java does it";
    private static final int ZLIB = 1;
    private static final int RAW = 2;

    @Alias private StreamReference zsRef;
    @Alias private ByteBuffer input;
    @Alias private byte[] inputArray;
    @Alias private boolean finished;
    @Alias private boolean needDict;
    @Alias private long bytesRead;
    @Alias private long bytesWritten;
    @Alias private int inputConsumed;
    @Alias private int outputConsumed;

    private InflaterSubstitution() {}

    @Alias
    private native void ensureOpen();

    @Replace(reason = "nothing to register")
    private static void initIDs() {}

    @Replace(reason = LIBRARY)
    private static long init(boolean raw) {
        return raw ? RAW : ZLIB;
    }

    @Replace(reason = LIBRARY)
    public void setDictionary(byte[] dictionary, int offset, int length) {
        if (offset < 0 || length < 0 || offset > dictionary.length - length) {
            throw new ArrayIndexOutOfBoundsException();
        }
        synchronized (zsRef) {
            ensureOpen();
            zsRef.stream.setDictionary(dictionary, offset, length);
            needDict = false;
        }
    }

    @Replace(reason = LIBRARY)
    public void setDictionary(ByteBuffer dictionary) {
        byte[] copy = new byte[dictionary.remaining()];
        dictionary.get(copy);
        setDictionary(copy, 0, copy.length);
    }

    @Replace(reason = LIBRARY)
    private long inflateBytesBytes(long handle, byte[] from, int fromOffset, int fromLength, byte[] to, int toOffset, int toLength) throws DataFormatException {
        try {
            return zsRef.stream.inflate(from, fromOffset, fromLength, to, toOffset, toLength);
        } catch (DataFormatException e) {
            inputConsumed = zsRef.stream.inputUsed();
            outputConsumed = zsRef.stream.outputUsed();
            throw e;
        }
    }

    @Replace(reason = LIBRARY)
    private long inflateBytesBuffer(long handle, byte[] from, int fromOffset, int fromLength, long to, int toLength) throws DataFormatException {
        byte[] made = new byte[toLength];
        try {
            return inflateBytesBytes(handle, from, fromOffset, fromLength, made, 0, toLength);
        } finally {
            RawMemory.write(made, zsRef.stream.outputUsed(), to);
        }
    }

    @Replace(reason = LIBRARY)
    private long inflateBufferBytes(long handle, long from, int fromLength, byte[] to, int toOffset, int toLength) throws DataFormatException {
        return inflateBytesBytes(handle, RawMemory.read(from, fromLength), 0, fromLength, to, toOffset, toLength);
    }

    @Replace(reason = LIBRARY)
    private long inflateBufferBuffer(long handle, long from, int fromLength, long to, int toLength) throws DataFormatException {
        return inflateBytesBuffer(handle, RawMemory.read(from, fromLength), 0, fromLength, to, toLength);
    }

    @Replace(reason = LIBRARY)
    public int getAdler() {
        synchronized (zsRef) {
            ensureOpen();
            return zsRef.stream.checksum();
        }
    }

    @Replace(reason = LIBRARY)
    public void reset() {
        synchronized (zsRef) {
            ensureOpen();
            zsRef.stream.reset();
            input = ZipUtils.defaultBuf;
            inputArray = null;
            finished = false;
            needDict = false;
            bytesRead = 0;
            bytesWritten = 0;
        }
    }

    /** Holds the stream; there is nothing that a cleaner would have to free. */
    @Substitutes("java.util.zip.Inflater$InflaterZStreamRef")
    static final class StreamReference {
        @Alias private long address;
        @Inject InflateStream stream;

        @Replace(reason = "no memory outside the heap that a cleaner would have to free")
        private StreamReference(InflaterSubstitution owner, long handle) {
            address = handle;
            stream = new InflateStream(handle == RAW);
        }

        @Replace(reason = "no memory outside the heap that a cleaner would have to free")
        void clean() {
            address = 0;
            stream = null;
        }

        @Replace(reason = "no memory outside the heap that a cleaner would have to free")
        public void run() {
            clean();
        }
    }

    /** Names the buffer that stands for no input. */
    @Substitutes("java.util.zip.ZipUtils")
    static final class ZipUtils {
        @Alias static ByteBuffer defaultBuf;

        private ZipUtils() {}
    }
}
