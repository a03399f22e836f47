package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Objects;
import org.bulkhead.builder.UserProblem;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/** Runs a command line and turns every failure into one line and an exit status. */
public final class CommandLineTool {
    /** Exit status of a command that failed. */
    public static final int FAILED = 1;
    /** Exit status of a command that was given wrongly. */
    public static final int WRONGLY_ASKED = 2;

    private static final int NEEDED_RELEASE = 17;

    private final CommandLine commandLine;
    private final int javaRelease;

    private CommandLineTool(PrintWriter out, PrintWriter err, int javaRelease) {
        this.javaRelease = javaRelease;
        commandLine = new CommandLine(new BulkheadCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(this::wronglyAsked)
                .setExecutionExceptionHandler(this::failed);
        keepFooterToItself(commandLine, commandLine.getCommandSpec().usageMessage().footer());
        // What follows the name of a program's main class is the program's.
        commandLine.getSubcommands().get("hosted").setStopAtPositional(true);
        if (out != null) {
            commandLine.setOut(out).setErr(err);
        }
    }

    /** Subcommands inherit the options for help, and with them would show the examples of the whole command. */
    private static void keepFooterToItself(CommandLine command, String[] footer) {
        for (CommandLine each : command.getSubcommands().values()) {
            if (Arrays.equals(each.getCommandSpec().usageMessage().footer(), footer)) {
                each.getCommandSpec().usageMessage().footer(new String[0]);
            }
            keepFooterToItself(each, footer);
        }
    }

    /** Returns the tool on standard output and standard error. */
    public static CommandLineTool standard() {
        return new CommandLineTool(null, null, Runtime.version().feature());
    }

    /** Returns a tool that prints elsewhere and believes to run on a given Java release. */
    public static CommandLineTool printingTo(PrintWriter out, PrintWriter err, int javaRelease) {
        return new CommandLineTool(Objects.requireNonNull(out), Objects.requireNonNull(err), javaRelease);
    }

    /** Does what the arguments say and returns the exit status. */
    public int run(String... arguments) {
        if (javaRelease != NEEDED_RELEASE) {
            print("Bulkhead needs JDK 17, whose java.base goes into images, and runs on " + javaRelease
                    + ": install openjdk-17-jdk-headless and point JAVA_HOME at it");
            return FAILED;
        }
        return commandLine.execute(arguments);
    }

    private int wronglyAsked(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String hint = "";
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
            hint = " (did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?)";
        }
        print(firstLine(e.getMessage()) + hint + "; see " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONGLY_ASKED;
    }

    private int failed(Exception e, CommandLine command, ParseResult result) {
        if (command.getCommandSpec().root().userObject() instanceof BulkheadCommand top && top.verbose()) {
            e.printStackTrace(commandLine.getErr());
            commandLine.getErr().flush();
        } else {
            String message = e.getMessage();
            print(message == null || message.isBlank() ? e.getClass().getName() + "; say --verbose for more" : message);
        }
        return e instanceof UserProblem problem && problem.kind() == UserProblem.Kind.USAGE ? WRONGLY_ASKED : FAILED;
    }

    private void print(String message) {
        PrintWriter err = commandLine.getErr();
        err.println(commandLine.getColorScheme().errorText("bulkhead: " + message));
        err.flush();
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }
}
