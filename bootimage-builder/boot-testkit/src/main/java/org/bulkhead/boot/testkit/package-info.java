/** Tests in an emulator: {@link org.bulkhead.boot.testkit.BootTestkit} builds images and boots them, {@link org.bulkhead.boot.testkit.BootedMachine} is one that runs. */
package org.bulkhead.boot.testkit;
