package org.bulkhead.vm.linker.module;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;

/** Where a page of a module lies. */
public enum Place {
    /** In the module area: it adds something. */
    MODULE,
    /** In the image: it takes the place of the image's page. */
    IMAGE;

    /** Returns where an address lies. */
    public static Place of(int address) {
        return address >= AddressSpaceLayout.MODULE_START && address < AddressSpaceLayout.MODULE_END ? MODULE : IMAGE;
    }
}
