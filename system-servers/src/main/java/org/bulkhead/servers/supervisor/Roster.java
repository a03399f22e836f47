package org.bulkhead.servers.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.message.Badge;
import org.bulkhead.isolate.supervision.IsolateMaker;

/** All components: those of the image, in the order of their programs, of which the first is the supervisor itself, and those that were installed. */
final class Roster {
    private final List<Component> components = new ArrayList<>();
    /** The component of each program, by the program's number; null where there is none. */
    private final Component[] byProgram = new Component[Manifest.PROGRAM_LIMIT];
    /** What installed programs have, by the program's number; null where there is none. */
    private final InstalledModule[] modules = new InstalledModule[Manifest.PROGRAM_LIMIT];
    /** Components that were removed, by the program number that each had, until another has it; null where there is none. */
    private final Departure[] departures = new Departure[Manifest.PROGRAM_LIMIT];
    /** Programs of the image: those from here on are installed. */
    private final int inImage;
    /** Number that the next program that is installed gets, unless it is taken: as late as possible one that another had before. */
    private int nextNumber;

    Roster(Manifest[] programs) {
        inImage = programs.length;
        nextNumber = inImage;
        for (Manifest each : programs) {
            if (each.versionOf().isEmpty()) {
                byProgram[each.program()] = new Component(each);
                components.add(byProgram[each.program()]);
            }
        }
        for (Manifest each : programs) {
            if (!each.versionOf().isEmpty()) {
                Component component = named(each.versionOf());
                component.addVersion(each);
                byProgram[each.program()] = component;
            }
        }
    }

    int size() {
        return components.size();
    }

    /** Returns a component by its place, from 0 on. */
    Component get(int index) {
        return components.get(index);
    }

    /** Returns the place of a component. */
    int place(Component component) {
        return components.indexOf(component);
    }

    /** Returns the supervisor itself. */
    Component supervisor() {
        return components.get(0);
    }

    /** Returns the number of programs in the image, versions included. */
    int programs() {
        return inImage;
    }

    /** Returns the component that a program is, or is a version of; null if there is no such program. */
    Component ofProgram(int program) {
        return program < 0 || program >= byProgram.length ? null : byProgram[program];
    }

    /** Returns whether a program is there and not of the image. */
    boolean isInstalled(int program) {
        return program >= inImage && ofProgram(program) != null;
    }

    /** Returns the supervisor's handle of the module that has a program's code, or that there is none. */
    int module(int program) {
        return isInstalled(program) ? modules[program].handle() : IsolateMaker.NO_MODULE;
    }

    /** Returns what an installed program has. */
    InstalledModule installed(int program) {
        return modules[program];
    }

    /** Returns the badge by which servers know a component. */
    int badge(Component component) {
        int number = component.number();
        return Badge.of(number, isInstalled(number) ? modules[number].installation() : 0);
    }

    /** Returns a number for another program, or {@link Component#NONE}. */
    int freeNumber() {
        for (int i = inImage; i < byProgram.length; i++) {
            int number = nextNumber;
            nextNumber = number + 1 < byProgram.length ? number + 1 : inImage;
            if (byProgram[number] == null) {
                return number;
            }
        }
        return Component.NONE;
    }

    /** Adds an installed program, as a component of its own or as a version of the one that its manifest names, which is there. */
    void install(Manifest program, InstalledModule module) {
        departures[program.program()] = null;
        if (program.versionOf().isEmpty()) {
            byProgram[program.program()] = new Component(program);
            components.add(byProgram[program.program()]);
        } else {
            byProgram[program.program()] = named(program.versionOf());
            byProgram[program.program()].addVersion(program);
        }
        modules[program.program()] = module;
    }

    /** Takes an installed program out, of which nothing runs; its component with it if it is that one's own program and the last. Its module is the caller's business. */
    void remove(int program) {
        Component component = byProgram[program];
        if (component.number() == program) {
            depart(program, new Departure(component.name(), badge(component)));
            components.remove(component);
        } else {
            component.removeVersion(program);
        }
        byProgram[program] = null;
        modules[program] = null;
    }

    /** Notes that a component was removed whose own program had that number. */
    void depart(int program, Departure departure) {
        departures[program] = departure;
    }

    /** Returns the component that had that program number last and was removed, or null. */
    Departure departure(int program) {
        return departures[program];
    }

    /** Notes that the datastore knows nothing. */
    void isUntold() {
        forEach(Component::isUntold);
        for (Departure each : departures) {
            if (each != null) {
                each.told = false;
            }
        }
    }

    /** Does something with each component. */
    void forEach(Consumer<Component> action) {
        components.forEach(action);
    }

    /** Returns the first component that fits, or null. */
    Component find(Predicate<Component> condition) {
        for (Component each : components) {
            if (condition.test(each)) {
                return each;
            }
        }
        return null;
    }

    /** Returns whether some component fits. */
    boolean any(Predicate<Component> condition) {
        return find(condition) != null;
    }

    /** Returns the component of that name, or null. */
    Component named(String name) {
        return find(each -> each.name().equals(name));
    }
}
