package org.bulkhead.vm.runtime.substitute;

import java.nio.ByteBuffer;
import org.bulkhead.vm.runtime.zip.DeflateStream;
import org.bulkhead.vm.runtime.zip.RawMemory;

/** Deflates by a library in Java. The native code's handle packs how the stream was asked for; the stream itself is in the object that holds the handle. */
@Substitutes("java.util.zip.Deflater")
final class DeflaterSubstitution {
    private static final String LIBRARY = "deflating is native code in the JDK; here a library in Java does it";

    @Alias private StreamReference zsRef;
    @Alias private ByteBuffer input;
    @Alias private byte[] inputArray;
    @Alias private boolean finish;
    @Alias private boolean finished;
    @Alias private long bytesRead;
    @Alias private long bytesWritten;

    private DeflaterSubstitution() {}

    @Alias
    private native void ensureOpen();

    @Replace(reason = LIBRARY)
    private static long init(int level, int strategy, boolean raw) {
        return StreamReference.handle(level, strategy, raw);
    }

    @Replace(reason = LIBRARY)
    public void setDictionary(byte[] dictionary, int offset, int length) {
        if (offset < 0 || length < 0 || offset > dictionary.length - length) {
            throw new ArrayIndexOutOfBoundsException();
        }
        synchronized (zsRef) {
            ensureOpen();
            zsRef.stream.setDictionary(dictionary, offset, length);
        }
    }

    @Replace(reason = LIBRARY)
    public void setDictionary(ByteBuffer dictionary) {
        byte[] copy = new byte[dictionary.remaining()];
        dictionary.get(copy);
        setDictionary(copy, 0, copy.length);
    }

    @Replace(reason = LIBRARY)
    private long deflateBytesBytes(long handle, byte[] from, int fromOffset, int fromLength, byte[] to, int toOffset, int toLength, int flush, int parameters) {
        return zsRef.stream.deflate(from, fromOffset, fromLength, to, toOffset, toLength, flush, parameters);
    }

    @Replace(reason = LIBRARY)
    private long deflateBytesBuffer(long handle, byte[] from, int fromOffset, int fromLength, long to, int toLength, int flush, int parameters) {
        byte[] made = new byte[toLength];
        long step = zsRef.stream.deflate(from, fromOffset, fromLength, made, 0, toLength, flush, parameters);
        RawMemory.write(made, DeflateStream.outputUsed(step), to);
        return step;
    }

    @Replace(reason = LIBRARY)
    private long deflateBufferBytes(long handle, long from, int fromLength, byte[] to, int toOffset, int toLength, int flush, int parameters) {
        return zsRef.stream.deflate(RawMemory.read(from, fromLength), 0, fromLength, to, toOffset, toLength, flush, parameters);
    }

    @Replace(reason = LIBRARY)
    private long deflateBufferBuffer(long handle, long from, int fromLength, long to, int toLength, int flush, int parameters) {
        return deflateBytesBuffer(handle, RawMemory.read(from, fromLength), 0, fromLength, to, toLength, flush, parameters);
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
            finish = false;
            finished = false;
            input = InflaterSubstitution.ZipUtils.defaultBuf;
            inputArray = null;
            bytesRead = 0;
            bytesWritten = 0;
        }
    }

    /** Holds the stream; there is nothing that a cleaner would have to free. */
    @Substitutes("java.util.zip.Deflater$DeflaterZStreamRef")
    static final class StreamReference {
        /** Keeps the handle of an open stream from being 0. */
        private static final int OPEN = 1;
        private static final int RAW = 2;
        private static final int STRATEGY_SHIFT = 2;
        private static final int STRATEGY_MASK = 3;
        private static final int LEVEL_SHIFT = 4;

        @Alias private long address;
        @Inject DeflateStream stream;

        @Replace(reason = "no memory outside the heap that a cleaner would have to free")
        private StreamReference(DeflaterSubstitution owner, long handle) {
            address = handle;
            stream = new DeflateStream((int) handle >> LEVEL_SHIFT, (int) handle >> STRATEGY_SHIFT & STRATEGY_MASK, (handle & RAW) != 0);
        }

        static long handle(int level, int strategy, boolean raw) {
            return level << LEVEL_SHIFT | strategy << STRATEGY_SHIFT | (raw ? RAW : 0) | OPEN;
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
}
