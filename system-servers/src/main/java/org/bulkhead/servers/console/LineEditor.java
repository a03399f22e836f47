package org.bulkhead.servers.console;

import java.util.List;

/**
 * The line being typed: takes keys one by one and says what to send to the terminal for each. The line with its prompt stays within one row, so that carriage returns, backspaces and one escape
 * sequence (erase to the end of the row) are enough. Of a longer line the part around the cursor is shown, with {@value #MORE_BEFORE} and {@value #MORE_BEHIND} in place of what does not fit.
 */
final class LineEditor {
    /** What became of a key. */
    enum Progress { EDITING, COMPLETE, CANCELLED }

    /** The longest line. */
    static final int LIMIT = 1024;

    private static final int ROW = 80;
    private static final char MORE_BEFORE = '<';
    private static final char MORE_BEHIND = '>';
    private static final String ERASE_TO_END = "\u001b[K";
    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";
    private static final String BELL = "\u0007";

    private final String prompt;
    private final int width;
    private final Completion completion;
    private final History history = new History();
    private final StringBuilder line = new StringBuilder();
    private int cursor;
    /** Where the part that is shown begins; 0 if all of the line is. */
    private int start;
    /** What stands in the row behind the prompt, and in which of its columns the terminal's cursor. */
    private String shown = "";
    private int column;
    /** A character found no room: the line is not what was typed, and must not be carried out. */
    private boolean overflowed;
    private Progress progress = Progress.EDITING;

    /** Makes an empty line behind {@code prompt}. */
    LineEditor(String prompt, Completion completion) {
        this.prompt = prompt;
        this.completion = completion;
        width = ROW - 1 - prompt.length();
    }

    Progress progress() {
        return progress;
    }

    /** Returns what has been typed so far. */
    String text() {
        return line.toString();
    }

    /** Returns the complete line, and begins the next. */
    String take() {
        String taken = line.toString();
        history.add(taken);
        begin();
        progress = Progress.EDITING;
        return taken;
    }

    /** Begins a line on the next row. */
    private void begin() {
        line.setLength(0);
        cursor = 0;
        overflowed = false;
        forgetRow();
    }

    private void forgetRow() {
        shown = "";
        column = 0;
    }

    /** Returns what removes prompt and line from the row, for others to print in their place. */
    String hide() {
        return "\r" + ERASE_TO_END;
    }

    /** Returns what shows prompt and line on an empty row, with the cursor in its place. */
    String show() {
        forgetRow();
        return prompt + refresh();
    }

    /** Takes a key; returns what to send. */
    String type(Key key) {
        return switch (key.kind()) {
            case CHARACTER -> character(key.character());
            case ENTER -> enter();
            case CANCEL -> {
                begin();
                progress = Progress.CANCELLED;
                yield "^C\n";
            }
            case TAB -> complete();
            case BACKSPACE -> erase(cursor - 1, cursor);
            case DELETE -> erase(cursor, cursor + 1);
            case ERASE_WORD -> erase(wordStart(), cursor);
            case ERASE_TO_START -> erase(0, cursor);
            case ERASE_TO_END -> erase(cursor, line.length());
            case LEFT -> move(cursor - 1);
            case RIGHT -> move(cursor + 1);
            case HOME -> move(0);
            case END -> move(line.length());
            case UP -> replace(history.previous(line.toString()));
            case DOWN -> replace(history.next());
            case CLEAR_SCREEN -> CLEAR_SCREEN + show();
            case IDENTIFIED -> "";
        };
    }

    /** A line of which something was refused is not carried out, since a part of a command may be another command; what there is of it becomes the last line of the history. */
    private String enter() {
        if (!overflowed) {
            progress = Progress.COMPLETE;
            return "\n";
        }
        history.add(line.toString());
        begin();
        return "\nthe line has more than " + LIMIT + " characters and is not carried out: shorten it\n" + show();
    }

    private String character(char c) {
        overflowed |= line.length() == LIMIT;
        return insert(String.valueOf(c));
    }

    private String insert(String text) {
        if (line.length() + text.length() > LIMIT) {
            return BELL;
        }
        line.insert(cursor, text);
        cursor += text.length();
        return refresh();
    }

    private String erase(int from, int to) {
        if (from < 0 || to > line.length() || from == to) {
            return "";
        }
        line.delete(from, to);
        cursor = from;
        overflowed = false;
        return refresh();
    }

    private String move(int to) {
        if (to < 0 || to > line.length()) {
            return "";
        }
        cursor = to;
        return refresh();
    }

    private String replace(String text) {
        if (text == null) {
            return "";
        }
        line.setLength(0);
        line.append(text);
        cursor = text.length();
        overflowed = false;
        return refresh();
    }

    /** Returns what makes the row show the line as it is now. */
    private String refresh() {
        String wanted = visible();
        int same = 0;
        while (same < Math.min(shown.length(), wanted.length()) && shown.charAt(same) == wanted.charAt(same)) {
            same++;
        }
        StringBuilder sent = new StringBuilder();
        if (!wanted.equals(shown)) {
            step(sent, same);
            sent.append(wanted, same, wanted.length());
            column = wanted.length();
            if (shown.length() > wanted.length()) {
                sent.append(ERASE_TO_END);
            }
            shown = wanted;
        }
        step(sent, cursor - start);
        return sent.toString();
    }

    /** Moves the terminal's cursor within what is shown. */
    private void step(StringBuilder sent, int to) {
        if (to < column) {
            sent.append("\b".repeat(column - to));
        } else {
            sent.append(shown, column, to);
        }
        column = to;
    }

    /** Returns the part of the line to show. It begins elsewhere only when the cursor leaves it, and then has the cursor in its middle, so that not every key moves all of it. */
    private String visible() {
        if (line.length() <= width) {
            start = 0;
            return line.toString();
        }
        int last = start + width < line.length() ? width - 2 : width;
        if (start > 0 && cursor <= start || cursor - start > last) {
            start = Math.max(0, cursor - width / 2);
        }
        int end = Math.min(line.length(), start + width);
        StringBuilder part = new StringBuilder(line.substring(start, end));
        if (start > 0) {
            part.setCharAt(0, MORE_BEFORE);
        }
        if (end < line.length()) {
            part.setCharAt(part.length() - 1, MORE_BEHIND);
        }
        return part.toString();
    }

    /** Returns where the word before the cursor begins; blanks before the cursor count to it. */
    private int wordStart() {
        int from = cursor;
        while (from > 0 && line.charAt(from - 1) == ' ') {
            from--;
        }
        while (from > 0 && line.charAt(from - 1) != ' ') {
            from--;
        }
        return from;
    }

    private String complete() {
        int wordStart = line.lastIndexOf(" ", cursor - 1) + 1;
        String word = line.substring(wordStart, cursor);
        List<String> candidates = completion.candidates(line.substring(0, wordStart), word);
        if (candidates.isEmpty()) {
            return BELL;
        }
        String common = commonPrefix(candidates);
        if (candidates.size() == 1) {
            return insert(common.substring(word.length()) + (common.endsWith(Completion.GOES_ON) ? "" : " "));
        }
        if (common.length() > word.length()) {
            return insert(common.substring(word.length()));
        }
        return '\n' + columns(candidates) + show();
    }

    private static String commonPrefix(List<String> words) {
        String prefix = words.get(0);
        for (String word : words) {
            int same = 0;
            while (same < Math.min(prefix.length(), word.length()) && prefix.charAt(same) == word.charAt(same)) {
                same++;
            }
            prefix = prefix.substring(0, same);
        }
        return prefix;
    }

    private static String columns(List<String> words) {
        int width = 0;
        for (String word : words) {
            width = Math.max(width, word.length() + 2);
        }
        StringBuilder text = new StringBuilder();
        int column = 0;
        int last = 0;
        for (String word : words) {
            if (column + width > ROW) {
                text.append('\n');
                column = 0;
                last = 0;
            }
            // Blanks before a word rather than behind it, so that none trail.
            text.append(" ".repeat(column - last)).append(word);
            last = column + word.length();
            column += width;
        }
        return text.append('\n').toString();
    }
}
