package dev.confluencekit.benchmarks;

import com.sun.management.ThreadMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process holds.
 *
 * @param threads live platform threads
 * @param descriptors open file descriptors, 0 where the system does not tell
 * @param heapBytes used heap after a collection
 */
record ProcessFigures(int threads, long descriptors, long heapBytes) {
    private static final int COLLECTIONS = 3;

    /** Collects garbage first. */
    static ProcessFigures now() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long descriptors = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
        return new ProcessFigures(ManagementFactory.getThreadMXBean().getThreadCount(), descriptors, heap);
    }

    /** By the threads that are alive: what a thread allocated that ended meanwhile is missing. */
    static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    /** Processor time of all threads so far, the collector's and the compiler's among them. */
    static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    @Override
    public String toString() {
        return threads + " threads, " + descriptors + " fds, " + heapBytes / 1024 + " KB heap";
    }
}
