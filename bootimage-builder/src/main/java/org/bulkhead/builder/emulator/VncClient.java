package org.bulkhead.builder.emulator;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** As much of the remote framebuffer protocol, version 3.3 without authentication (RFC 6143 and its appendix A), as it takes to type, to move the mouse, and to look. */
final class VncClient {
    private static final int VERSION_LENGTH = 12;
    private static final byte[] VERSION = {'R', 'F', 'B', ' ', '0', '0', '3', '.', '0', '0', '3', '\n'};
    private static final int SECURITY_NONE = 1;
    private static final int SHARED = 1;
    private static final int FORMAT_LENGTH = 16;
    private static final int KEY_EVENT = 4;
    private static final int POINTER_EVENT = 5;
    private static final int UPDATE = 0;
    private static final int RAW = 0;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final int width;
    private final byte[] pixels;

    /** Connects to a server on this host that shows one byte per pixel. */
    VncClient(int port, RunFolder folder) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        folder.keepOpen(socket);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
        in.readFully(new byte[VERSION_LENGTH]);
        out.write(VERSION);
        int security = in.readInt();
        if (security != SECURITY_NONE) {
            throw new IOException("security type " + security + " instead of none");
        }
        out.write(SHARED);
        width = in.readUnsignedShort();
        pixels = new byte[width * in.readUnsignedShort()];
        byte[] format = new byte[FORMAT_LENGTH];
        in.readFully(format);
        if (format[0] != Byte.SIZE) {
            throw new IOException(format[0] + " bits per pixel instead of 8");
        }
        in.readFully(new byte[in.readInt()]);
        Thread reader = new Thread(this::follow, "picture of the machine's screen");
        reader.setDaemon(true);
        reader.start();
    }

    /** Takes what the server shows, also so that it never waits for this client. */
    private void follow() {
        try {
            while (true) {
                int type = in.readUnsignedByte();
                if (type != UPDATE) {
                    throw new IOException("message of type " + type);
                }
                in.readByte();
                for (int rectangles = in.readUnsignedShort(); rectangles > 0; rectangles--) {
                    takeRectangle();
                }
            }
        } catch (IOException e) {
            // The machine has ended, or shows what nobody asked for: the picture stays as it is.
            return;
        }
    }

    private void takeRectangle() throws IOException {
        int x = in.readUnsignedShort();
        int y = in.readUnsignedShort();
        int columns = in.readUnsignedShort();
        int rows = in.readUnsignedShort();
        int encoding = in.readInt();
        if (encoding != RAW) {
            throw new IOException("encoding " + encoding);
        }
        byte[] rectangle = new byte[columns * rows];
        in.readFully(rectangle);
        synchronized (this) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(rectangle, row * columns, pixels, (y + row) * width + x, columns);
            }
        }
    }

    /** Returns the colour of a pixel as far as it has been shown. */
    synchronized int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    /** Presses ({@code down} 1) or releases (0) the key with an X symbol. */
    void key(int symbol, int down) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(message);
        data.writeByte(KEY_EVENT);
        data.writeByte(down);
        data.writeShort(0);
        data.writeInt(symbol);
        out.write(message.toByteArray());
    }

    /** Says where the pointer is, and which buttons are held: from bit 0 on left, middle, right. */
    void pointer(int buttons, int x, int y) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(message);
        data.writeByte(POINTER_EVENT);
        data.writeByte(buttons);
        data.writeShort(x);
        data.writeShort(y);
        out.write(message.toByteArray());
    }
}
