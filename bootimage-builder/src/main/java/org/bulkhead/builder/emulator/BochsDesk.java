package org.bulkhead.builder.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;

/**
 * Bochs's keyboard and mouse through its VNC server, and its screen from guest memory: an interrupt signal calls Bochs's debugger, which writes the memory to a file and lets the machine
 * go on. The cursor is found in the picture that VNC shows.
 */
final class BochsDesk extends Desk {
    private static final Pattern LISTENING = Pattern.compile("listening for connections on port (\\d+)");
    private static final long VIDEO_MEMORY = AddressSpaceLayout.PHYSICAL_WINDOW + 0xB8000L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(5);
    /** Far from every edge, and from the picture: Bochs looks at differences only. */
    private static final int POINTER_START = 10_000;
    /** Bochs makes one step of the mouse of two of the pointer. */
    private static final int POINTER_STEP = 2;
    /** The picture begins below a bar with buttons; a character has 9 by 16 pixels. */
    private static final int PICTURE_TOP = 32;
    private static final int CHARACTER_WIDTH = 9;
    private static final int CHARACTER_HEIGHT = 16;
    private static final int CURSOR_LINES = 2;

    private final Process process;
    private final Path folder;
    private final VncClient vnc;
    private int pointerX = POINTER_START;
    private int pointerY = POINTER_START;
    private boolean mouseCaptured;
    private int buttons;
    private int screens;

    /** Waits until Bochs, which runs as {@code process} in {@code folder}, can be connected to. */
    BochsDesk(Process process, RunFolder folder) {
        this.process = process;
        this.folder = folder.path();
        try {
            vnc = new VncClient(port(), folder);
            vnc.pointer(buttons, pointerX, pointerY);
        } catch (IOException e) {
            throw UserProblem.failure("Bochs does not show its screen: " + e.getMessage(), e);
        }
    }

    private int port() throws IOException {
        Path log = folder.resolve(BochsMachine.LOG);
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end && process.isAlive();) {
            Matcher matcher = LISTENING.matcher(Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "");
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
            pause(POLL);
        }
        throw new IOException("its VNC server did not begin to listen");
    }

    @Override
    void send(Key key, Turn turn) {
        try {
            vnc.key(KeyNames.symbol(key), turn == Turn.DOWN ? 1 : 0);
        } catch (IOException e) {
            throw ended(e);
        }
    }

    @Override
    public void move(int right, int down) {
        pointerX += right * POINTER_STEP;
        pointerY += down * POINTER_STEP;
        point();
    }

    @Override
    public void turn(MouseButton button, Turn turn) {
        int bit = 1 << button.ordinal();
        buttons = turn == Turn.DOWN ? buttons | bit : buttons & ~bit;
        point();
    }

    private void point() {
        try {
            if (!mouseCaptured) {
                mouseCaptured = true;
                captureMouse();
            }
            vnc.pointer(buttons, pointerX, pointerY);
        } catch (IOException e) {
            throw ended(e);
        }
    }

    /** Without this Bochs keeps the mouse to itself, whatever its configuration says. The control key reaches the machine as well. */
    private void captureMouse() throws IOException {
        vnc.key(KeyNames.symbol(Key.LEFT_CONTROL), 1);
        vnc.pointer(1 << MouseButton.MIDDLE.ordinal(), POINTER_START, POINTER_START);
        vnc.pointer(0, POINTER_START, POINTER_START);
        vnc.key(KeyNames.symbol(Key.LEFT_CONTROL), 0);
    }

    private static UserProblem ended(IOException e) {
        return UserProblem.failure("the machine's keyboard and mouse are gone: " + e.getMessage(), e);
    }

    @Override
    public ScreenText screen() {
        String name = "screen" + screens++ + ".bin";
        try {
            byte[] cells = memory(folder.resolve(name));
            return new ScreenText(cells, cursor());
        } catch (IOException e) {
            throw UserProblem.failure("Bochs does not write its screen to a file: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserProblem.failure("interrupted", e);
        }
    }

    /** Has the debugger write video memory to a file, and the machine continue. */
    private byte[] memory(Path file) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        OutputStream debugger = process.getOutputStream();
        debugger.write(("writemem \"" + file.getFileName() + "\" 0x" + Long.toHexString(VIDEO_MEMORY) + " " + ScreenText.SIZE + "\nc\n").getBytes(StandardCharsets.US_ASCII));
        debugger.flush();
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end && process.isAlive();) {
            if (Files.exists(file) && Files.size(file) == ScreenText.SIZE) {
                return Files.readAllBytes(file);
            }
            Thread.sleep(POLL.toMillis());
        }
        throw new IOException("the debugger does not answer");
    }

    /** Returns the first cell whose lowest lines, and not those above, have one colour; -1 if there is none. */
    private int cursor() {
        for (int cell = 0; cell < ScreenText.ROWS * ScreenText.COLUMNS; cell++) {
            int x = cell % ScreenText.COLUMNS * CHARACTER_WIDTH;
            int y = PICTURE_TOP + (cell / ScreenText.COLUMNS + 1) * CHARACTER_HEIGHT - CURSOR_LINES;
            int colour = vnc.pixel(x, y);
            boolean line = colour != vnc.pixel(x, y - 1);
            for (int i = 0; i < CHARACTER_WIDTH * CURSOR_LINES && line; i++) {
                line = vnc.pixel(x + i % CHARACTER_WIDTH, y + i / CHARACTER_WIDTH) == colour;
            }
            if (line) {
                return cell;
            }
        }
        return -1;
    }
}
