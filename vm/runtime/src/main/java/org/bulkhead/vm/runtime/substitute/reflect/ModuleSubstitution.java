package org.bulkhead.vm.runtime.substitute.reflect;

import org.bulkhead.vm.runtime.reflect.LibraryModules;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** There are the modules of the class library, and the unnamed one of the program. */
@Substitutes("java.lang.Module")
public final class ModuleSubstitution {
    @Alias private String name;

    @Alias
    ModuleSubstitution(ClassLoader loader) {}

    /** Makes a named module without a class loader. */
    @Inject
    public static Module make(String name) {
        ModuleSubstitution made = new ModuleSubstitution(null);
        made.name = name;
        return (Module) (Object) made;
    }

    @Replace(reason = "what the class library exports follows from the names of its packages")
    private boolean implIsExportedOrOpen(String packageName, Module other, boolean open) {
        return name == null || (Object) other == this || !open && LibraryModules.exports(packageName);
    }

    @Replace(reason = "every module reads all that there are")
    public boolean canRead(Module other) {
        return true;
    }
}
