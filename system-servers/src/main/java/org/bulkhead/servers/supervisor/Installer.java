package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.ModuleInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.isolate.manifest.ManifestFormatException;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.protocol.InstalledProgram;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.UpdateResult;
import org.bulkhead.nucleus.abi.HandleKind;

/**
 * Programs that come while the system runs: as components of their own, or as versions of those that are there. What makes one is its manifest, which {@link InstallPolicy} has looked at, and a handle to its
 * sealed module: with both in the {@link Ledger} and the nucleus, it is restarted, and taken over by the next supervisor, as a program of the image is.
 */
final class Installer {
    private static final int NAME_LIMIT = 15;

    private final Supervisor parts;
    private final InstallPolicy policy;

    Installer(Supervisor parts) {
        this.parts = parts;
        policy = new InstallPolicy(parts.roster);
    }

    /** Installs a component; returns its number. If that is refused the module is given up and nothing has changed. */
    int install(String source, byte[] bytes, Handle module) throws SupervisionException {
        try {
            requireModule(module);
            Manifest manifest = decode(bytes, null, null);
            policy.check(manifest, null);
            add(manifest, module, source);
            try {
                prepare(parts.roster.ofProgram(manifest.program()));
            } catch (SupervisionException e) {
                remove(manifest.program());
                throw e;
            }
            return manifest.program();
        } catch (SupervisionException e) {
            module.close();
            throw e;
        }
    }

    private static void requireModule(Handle module) throws SupervisionException {
        HandleInfo info = Nucleus.handleInfo(module.number());
        if (info.kind() != HandleKind.MODULE || Supervising.module(info.object()).state() != ModuleInfo.State.SEALED) {
            throw new SupervisionException("what came with it is no sealed module, but of the kind " + info.kind());
        }
    }

    private Manifest decode(byte[] bytes, String name, String component) throws SupervisionException {
        int number = parts.roster.freeNumber();
        if (number == Component.NONE) {
            throw new SupervisionException("there are " + Manifest.PROGRAM_LIMIT + " programs, as many as there can be: uninstall one");
        }
        try {
            return name == null ? ManifestCodec.decode(number, bytes) : ManifestCodec.decodeVersion(number, bytes, name, component);
        } catch (ManifestFormatException e) {
            throw new SupervisionException(e.getMessage());
        }
    }

    private void add(Manifest manifest, Handle module, String source) {
        InstalledModule installed = new InstalledModule(module.number(), source, parts.ledger.nextInstallation());
        // First, so that a successor of this supervisor either knows the program or gives its module up.
        parts.ledger.writeInstalled(manifest, installed);
        parts.roster.install(manifest, installed);
    }

    /** Gives a new component what it needs before it is started: its PCI function and its queue. */
    private void prepare(Component component) throws SupervisionException {
        parts.devices.assign(component);
        if (parts.devices.readiness(component) == PciDevices.Readiness.ABSENT) {
            throw new SupervisionException(parts.devices.whyAbsent(component));
        }
        try {
            parts.starter.createQueue(component);
        } catch (NucleusException e) {
            throw new SupervisionException("there is no queue for its service, " + e.getMessage() + ": uninstall another program, or lower @Limits(queue)");
        }
        if (component.manifest().start() == StartMode.BOOT) {
            component.waitUntil(Nucleus.now());
        }
        parts.ledger.write(component);
        parts.history.decision(component, "installed");
        Log.line("supervisor: " + component.name() + " is installed as program " + component.number() + ": " + component.rights());
    }

    /** Takes a program out of the tables, and gives its module up. */
    private void remove(int program) {
        Handle module = new Handle(parts.roster.module(program));
        Component component = parts.roster.ofProgram(program);
        boolean last = component.number() == program;
        parts.ledger.forgetInstalled(program);
        parts.roster.remove(program);
        if (last && component.queue != Component.NONE) {
            Supervising.close(component.queue);
        }
        module.close();
    }

    /** Installs a program as a version of a component, and updates that to it. */
    void updateTo(String name, String source, byte[] bytes, Handle module, LiveUpdate.Answer answer) throws SupervisionException {
        Manifest manifest;
        Component component;
        try {
            component = updatable(name);
            requireModule(module);
            manifest = decode(bytes, versionName(bytes, component), name);
            policy.check(manifest, component);
        } catch (SupervisionException e) {
            module.close();
            throw e;
        }
        add(manifest, module, source);
        try {
            parts.update.begin(component, component.placeOf(manifest.program()), new LiveUpdate.Answer() {
                @Override
                public void done(UpdateResult result) {
                    prune(component);
                    answer.done(result);
                }

                @Override
                public void failed(SupervisionException why) {
                    drop(component, manifest.program());
                    answer.failed(why);
                }
            });
        } catch (SupervisionException e) {
            drop(component, manifest.program());
            throw e;
        }
    }

    private Component updatable(String name) throws SupervisionException {
        Component component = parts.orders.component(name);
        if (component == parts.roster.supervisor()) {
            throw new SupervisionException("the supervisor is not updated while it runs");
        }
        return component;
    }

    /** Returns the name that its manifest gives a version, or the component's with a number if that is taken. */
    private String versionName(byte[] bytes, Component component) throws SupervisionException {
        String wanted = decode(bytes, null, null).name();
        String base = component.name().substring(0, Math.min(component.name().length(), NAME_LIMIT - 3));
        for (int i = 2; policy.isTaken(wanted); i++) {
            wanted = base + '-' + i;
        }
        return wanted;
    }

    /** Removes a version that does not run, and to which nothing goes back, if it was installed. */
    private void drop(Component component, int program) {
        int place = component.placeOf(program);
        if (parts.roster.isInstalled(program) && program != component.number() && place != component.version() && place != Component.NONE) {
            remove(program);
            parts.ledger.write(component);
        }
    }

    /** Removes the installed versions of a component to which nothing goes back any more. */
    private void prune(Component component) {
        for (int i = component.versions().size() - 1; i > 0; i--) {
            if (i != component.previous()) {
                drop(component, component.versions().get(i).program());
            }
        }
    }

    /** Updates a component to the version before, and forgets the one that ran. */
    void rollback(String name, LiveUpdate.Answer answer) throws SupervisionException {
        Component component = updatable(name);
        if (component.previous() == Component.NONE) {
            throw new SupervisionException(name + " has no version before: it was not updated, or has been rolled back");
        }
        int left = component.manifest().program();
        parts.update.begin(component, component.previous(), new LiveUpdate.Answer() {
            @Override
            public void done(UpdateResult result) {
                component.choose(component.version(), Component.NONE);
                parts.ledger.write(component);
                drop(component, left);
                answer.done(result);
            }

            @Override
            public void failed(SupervisionException why) {
                answer.failed(why);
            }
        });
    }

    /** Ends an installed component and removes it with all its versions. If that is refused nothing has changed. */
    void uninstall(String name) throws SupervisionException {
        Component component = parts.orders.component(name);
        if (!parts.roster.isInstalled(component.number())) {
            throw new SupervisionException(name + " is a program of the image, which cannot be removed: down ends it");
        }
        Component user = policy.userOf(component);
        if (user != null) {
            throw new SupervisionException(name + " is used by " + user.name() + ": remove that first");
        }
        if (component.isUnderWay()) {
            parts.orders.down(name);
            // Its death is dealt with now: a program of the same name may come next.
            parts.obituaries.collect();
            parts.tell();
        }
        for (int i = component.versions().size() - 1; i >= 0; i--) {
            int program = component.versions().get(i).program();
            if (i == 0) {
                remove(program);
            } else {
                component.choose(0, Component.NONE);
                remove(program);
            }
        }
        Log.line("supervisor: " + name + " is removed");
    }

    /** Returns number {@code index} of the installed programs, or null. */
    InstalledProgram installed(int index) {
        int program = program(index);
        return program == Component.NONE ? null : describe(program);
    }

    /** Returns where number {@code index} of the installed programs came from, or null. */
    String source(int index) {
        int program = program(index);
        return program == Component.NONE ? null : parts.roster.installed(program).source();
    }

    private int program(int index) {
        int left = index;
        for (int program = 0; program < Manifest.PROGRAM_LIMIT; program++) {
            if (parts.roster.isInstalled(program) && left-- == 0) {
                return program;
            }
        }
        return Component.NONE;
    }

    private InstalledProgram describe(int program) {
        Component component = parts.roster.ofProgram(program);
        int place = component.placeOf(program);
        InstalledProgram.Role role = place == component.version() ? InstalledProgram.Role.CURRENT : place == component.previous() ? InstalledProgram.Role.PREVIOUS : InstalledProgram.Role.SPARE;
        int module = Nucleus.handleInfo(parts.roster.module(program)).object();
        ModuleInfo info = Supervising.module(module);
        return new InstalledProgram(program, component.versions().get(place).name(), component.name(), role, module, info.pages(), info.references());
    }

    /** Gives a module up that the supervisor before had and that no program has. */
    void adopt(int handle) {
        for (int program = 0; program < Manifest.PROGRAM_LIMIT; program++) {
            if (parts.roster.module(program) == handle) {
                return;
            }
        }
        Supervising.close(handle);
    }
}
