package org.bulkhead.servers.console;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.isolate.protocol.InstalledProgram;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.store.FileStore;

/** Completes commands, and what follows them: the names that a command takes. */
final class CommandCompletion implements Completion {
    private final Supervision supervision;
    private final FileStore files;

    CommandCompletion(Supervision supervision, FileStore files) {
        this.supervision = supervision;
        this.files = files;
    }

    @Override
    public List<String> candidates(String before, String word) {
        List<String> found = new ArrayList<>();
        String[] words = Shell.split(before);
        if (word.length() > Shell.WORD_LIMIT || words.length > 1 && words[1].length() > Shell.WORD_LIMIT) {
            return found;
        }
        if (words.length == 0) {
            for (Command each : Command.values()) {
                addIfBegun(found, each.word(), word);
            }
            return found;
        }
        Command command = Command.named(words[0]);
        if (command == null || words.length > 1) {
            if (words.length == 2) {
                completeSecond(found, command, words[1], word);
            }
            return found;
        }
        switch (command.argument()) {
            case NONE -> { }
            case COMMAND -> {
                for (Command each : Command.values()) {
                    addIfBegun(found, each.word(), word);
                }
                for (Command.Topic each : Command.Topic.values()) {
                    addIfBegun(found, Words.of(each), word);
                }
            }
            case INSTALLED -> {
                int index = 0;
                for (InstalledProgram each = supervision.installed(index); each != null; each = supervision.installed(++index)) {
                    // Once a component, not once a version.
                    if (each.name().equals(each.component())) {
                        addIfBegun(found, each.name(), word);
                    }
                }
            }
            case PATH -> completePath(found, word);
            case DISK -> {
                for (String each : Shell.DISKS) {
                    addIfBegun(found, each, word);
                }
            }
            case ALIVE, COMPONENT -> {
                int index = 0;
                for (ComponentInfo each = supervision.component(index); each != null; each = supervision.component(++index)) {
                    if (command.argument() == Command.Argument.COMPONENT || each.state() == ComponentInfo.State.ALIVE) {
                        addIfBegun(found, each.name(), word);
                    }
                }
            }
        }
        return found;
    }

    private void completeSecond(List<String> found, Command command, String component, String word) {
        if (command == Command.INJECT) {
            for (InjectedFault each : InjectedFault.values()) {
                addIfBegun(found, Words.of(each), word);
            }
        } else if (command == Command.CP || command == Command.MV) {
            completePath(found, word);
        } else if (command == Command.UPDATE) {
            int place = 0;
            for (String each = supervision.version(component, place); each != null; each = supervision.version(component, ++place)) {
                addIfBegun(found, each, word);
            }
            if (word.startsWith("/")) {
                completePath(found, word);
            }
        }
    }

    /** Completes the last name of a path: that of a folder with a / behind it. */
    private void completePath(List<String> found, String word) {
        String folder = word.substring(0, word.lastIndexOf('/') + 1);
        String path = FileCommands.path(folder);
        try {
            for (FileInformation each : files.list(path.length() > 1 ? path.substring(0, path.length() - 1) : path)) {
                addIfBegun(found, folder + each.name() + (each.kind() == FileKind.FOLDER ? GOES_ON : ""), word);
            }
        } catch (FileException | NucleusException e) {
            // There is nothing to complete; the command itself will say why.
            found.clear();
        }
    }

    private static void addIfBegun(List<String> found, String candidate, String word) {
        if (candidate.startsWith(word)) {
            found.add(candidate);
        }
    }
}
