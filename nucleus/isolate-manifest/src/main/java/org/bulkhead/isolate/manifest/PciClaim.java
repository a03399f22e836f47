package org.bulkhead.isolate.manifest;

import java.util.HexFormat;
import java.util.List;

/**
 * A PCI function in a manifest.
 *
 * @param name by which the isolate asks for it
 * @param vendor number of the vendor, or {@link UsesPci#ANY}
 * @param device the vendor's number of the device, or {@link UsesPci#ANY}
 * @param classCode class and subclass, or {@link UsesPci#ANY}
 * @param interrupt whether it handles the function's interrupt line
 * @param optional whether the isolate does without
 * @param bars what it uses of it, in the order of their handles
 */
public record PciClaim(String name, int vendor, int device, int classCode, boolean interrupt, boolean optional, List<BarGrant> bars) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int INTERFACE_BITS = 8;

    /**
     * {@return whether a function with these numbers is meant; {@code functionClass} has class, subclass and programming interface, as the function's registers do}
     *
     * @param functionVendor number of the vendor
     * @param functionDevice the vendor's number of the device
     * @param functionClass class, subclass and programming interface, 8 bits each
     */
    public boolean matches(int functionVendor, int functionDevice, int functionClass) {
        return fits(vendor, functionVendor) && fits(device, functionDevice) && fits(classCode, functionClass >>> INTERFACE_BITS);
    }

    private static boolean fits(int wanted, int found) {
        return wanted == UsesPci.ANY || wanted == found;
    }

    /** {@return whether it has a channel that reads and writes memory by itself} */
    public boolean mastersBus() {
        for (BarGrant each : bars) {
            if (each.kind() == BarKind.DMA) {
                return true;
            }
        }
        return false;
    }

    /** {@return what is asked for, for messages: {@code 10ec:8029} or {@code class 01.01}} */
    public String wanted() {
        StringBuilder text = new StringBuilder();
        if (vendor != UsesPci.ANY || device != UsesPci.ANY) {
            text.append(number(vendor)).append(':').append(number(device));
        }
        if (classCode != UsesPci.ANY) {
            text.append(text.length() == 0 ? "class " : " class ").append(HEX.toHexDigits(classCode >>> 8, 2)).append('.').append(HEX.toHexDigits(classCode & 0xFF, 2));
        }
        return text.toString();
    }

    private static String number(int value) {
        return value == UsesPci.ANY ? "*" : HEX.toHexDigits(value, 4);
    }

    PciClaim with(BarGrant bar) {
        return new PciClaim(name, vendor, device, classCode, interrupt, optional, Manifest.Builder.appended(bars, bar));
    }
}
