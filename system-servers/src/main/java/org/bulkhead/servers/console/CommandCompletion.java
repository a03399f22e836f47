package org.bulkhead.servers.console;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.isolate.protocol.Supervision;

/** Completes commands, and what follows them: the names that a command takes. */
final class CommandCompletion implements Completion {
    private final Supervision supervision;

    CommandCompletion(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public List<String> candidates(String before, String word) {
        List<String> found = new ArrayList<>();
        String[] words = Shell.split(before);
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
            }
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
        } else if (command == Command.UPDATE) {
            int place = 0;
            for (String each = supervision.version(component, place); each != null; each = supervision.version(component, ++place)) {
                addIfBegun(found, each, word);
            }
        }
    }

    private static void addIfBegun(List<String> found, String candidate, String word) {
        if (candidate.startsWith(word)) {
            found.add(candidate);
        }
    }
}
