// A camera that is not there, for the real app: preloaded before a program, it answers in place of the system for one device
// of Video4Linux, /dev/video63, and hides all others. What it sees is the file that FALTAKT_CAMERA names: a frame of YUYV,
// read again for each picture. While that file is not there the camera is not plugged in; while FALTAKT_CAMERA_FORBIDDEN is
// set it is another user's. Only what Qt's back end asks for is answered; one program, one reader.
#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <map>
#include <mutex>
#include <string_view>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

constexpr const char *Device = "/dev/video63";
constexpr const char *DeviceName = "video63";
constexpr unsigned Width = 1280;
constexpr unsigned Height = 720;
constexpr std::size_t FrameSize = std::size_t(Width) * Height * 2;
constexpr unsigned MostBuffers = 4;
constexpr long FrameNanoseconds = 33'000'000;

/// Every thread of the program comes by here with what it opens and closes; only one has the camera.
struct Camera {
    std::array<std::atomic<bool>, 4096> isHandle{};
    std::mutex mutex;
    std::map<DIR *, bool> listings; ///< Guarded: listings of /dev, and whether the device has been named in them.
    std::vector<std::vector<unsigned char>> buffers;
    std::vector<unsigned> queue;
};

Camera &camera()
{
    static auto *const instance = new Camera; // Programs ask until their very end.
    return *instance;
}

template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

const char *frameFile() { return std::getenv("FALTAKT_CAMERA"); }

bool isPluggedIn()
{
    static const auto realAccess = real<int (*)(const char *, int)>("access");
    return frameFile() && realAccess(frameFile(), R_OK) == 0;
}

/// The rights of the device's file keep the program from it.
bool isForbidden() { return std::getenv("FALTAKT_CAMERA_FORBIDDEN") != nullptr; }

bool isDevice(const char *path) { return std::strcmp(path, Device) == 0; }

std::atomic<bool> *markOf(int handle)
{
    auto &marks = camera().isHandle;
    return handle >= 0 && std::size_t(handle) < marks.size() ? &marks[std::size_t(handle)] : nullptr;
}

bool isOurs(int handle)
{
    const auto *mark = markOf(handle);
    return mark && *mark;
}

int refuse(int error)
{
    errno = error;
    return -1;
}

int openDevice()
{
    if (!isPluggedIn())
        return refuse(ENODEV);
    if (isForbidden())
        return refuse(EACCES);
    // Readable whenever a picture is due, as a camera's handle is.
    const int handle = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (auto *mark = markOf(handle))
        *mark = true;
    return handle;
}

int setRunning(int handle, bool isRunning)
{
    const timespec each{0, isRunning ? FrameNanoseconds : 0};
    const itimerspec pace{each, each};
    return timerfd_settime(handle, 0, &pace, nullptr);
}

bool readFrame(std::vector<unsigned char> &into)
{
    std::FILE *file = std::fopen(frameFile(), "rb");
    const bool isWhole = file && std::fread(into.data(), 1, into.size(), file) == into.size();
    if (file)
        std::fclose(file);
    return isWhole;
}

int tellCapability(v4l2_capability &capability)
{
    capability = {};
    std::snprintf(reinterpret_cast<char *>(capability.card), sizeof capability.card, "Emulated camera");
    capability.capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    capability.device_caps = capability.capabilities;
    return 0;
}

int tellFormat(v4l2_format &format)
{
    v4l2_pix_format &pixels = format.fmt.pix;
    pixels.width = Width;
    pixels.height = Height;
    pixels.pixelformat = V4L2_PIX_FMT_YUYV;
    pixels.bytesperline = Width * 2;
    pixels.sizeimage = FrameSize;
    pixels.field = V4L2_FIELD_NONE;
    return 0;
}

int tellSize(v4l2_frmsizeenum &size)
{
    if (size.index > 0)
        return refuse(EINVAL);
    size.type = V4L2_FRMSIZE_TYPE_DISCRETE;
    size.discrete = {Width, Height};
    return 0;
}

int tellInterval(v4l2_frmivalenum &interval)
{
    if (interval.index > 0)
        return refuse(EINVAL);
    interval.type = V4L2_FRMIVAL_TYPE_DISCRETE;
    interval.discrete = {1, 30};
    return 0;
}

int makeBuffers(v4l2_requestbuffers &wanted)
{
    if (wanted.memory != V4L2_MEMORY_MMAP)
        return refuse(EINVAL);
    wanted.count = std::min(wanted.count, MostBuffers);
    camera().queue.clear();
    camera().buffers.resize(MostBuffers, std::vector<unsigned char>(FrameSize));
    return 0;
}

int takePicture(int handle, v4l2_buffer &buffer)
{
    std::uint64_t due = 0;
    std::vector<unsigned> &queue = camera().queue;
    if (read(handle, &due, sizeof due) != sizeof due || queue.empty() || !readFrame(camera().buffers[queue.front()]))
        return refuse(EAGAIN);
    buffer.index = queue.front();
    queue.erase(queue.begin());
    buffer.length = FrameSize;
    buffer.bytesused = FrameSize;
    return 0;
}

/// A camera that sees no whole frame is never ready.
int startRunning(int handle)
{
    std::vector<unsigned char> frame(FrameSize);
    return setRunning(handle, readFrame(frame));
}

template <typename Asked>
Asked &as(void *argument)
{
    return *static_cast<Asked *>(argument);
}

int answer(int handle, unsigned long request, void *argument)
{
    if (!isPluggedIn())
        return refuse(ENODEV);
    switch (request) {
    case VIDIOC_QUERYCAP: return tellCapability(as<v4l2_capability>(argument));
    case VIDIOC_ENUM_FMT:
        as<v4l2_fmtdesc>(argument).pixelformat = V4L2_PIX_FMT_YUYV;
        return as<v4l2_fmtdesc>(argument).index == 0 ? 0 : refuse(EINVAL);
    case VIDIOC_ENUM_FRAMESIZES: return tellSize(as<v4l2_frmsizeenum>(argument));
    case VIDIOC_ENUM_FRAMEINTERVALS: return tellInterval(as<v4l2_frmivalenum>(argument));
    case VIDIOC_G_FMT:
    case VIDIOC_S_FMT: return tellFormat(as<v4l2_format>(argument));
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM: as<v4l2_streamparm>(argument).parm.capture.timeperframe = {1, 30}; return 0;
    case VIDIOC_REQBUFS: return makeBuffers(as<v4l2_requestbuffers>(argument));
    case VIDIOC_QUERYBUF:
        as<v4l2_buffer>(argument).length = FrameSize;
        as<v4l2_buffer>(argument).m.offset = unsigned(as<v4l2_buffer>(argument).index * FrameSize);
        return 0;
    case VIDIOC_QBUF: camera().queue.push_back(as<v4l2_buffer>(argument).index); return 0;
    case VIDIOC_DQBUF: return takePicture(handle, as<v4l2_buffer>(argument));
    case VIDIOC_STREAMON: return startRunning(handle);
    case VIDIOC_STREAMOFF: return setRunning(handle, false);
    default: return refuse(EINVAL);
    }
}

/// The bytes of a buffer that is asked for by its offset; nullptr where the handle is not ours.
void *bufferAt(int handle, off_t offset)
{
    return isOurs(handle) ? camera().buffers[std::size_t(offset) / FrameSize].data() : nullptr;
}

bool isBuffer(const void *address)
{
    for (const auto &buffer : camera().buffers)
        if (buffer.data() == address)
            return true;
    return false;
}

/// The device's own line in a listing of /dev.
dirent64 *nameDevice()
{
    static dirent64 entry;
    entry = {};
    entry.d_type = DT_CHR;
    std::snprintf(entry.d_name, sizeof entry.d_name, "%s", DeviceName);
    return &entry;
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    static const auto realOpen = real<int (*)(const char *, int, ...)>("open");
    return isDevice(path) ? openDevice() : realOpen(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    static const auto realOpen = real<int (*)(const char *, int, ...)>("open64");
    return isDevice(path) ? openDevice() : realOpen(path, flags, mode);
}

int close(int handle)
{
    static const auto realClose = real<int (*)(int)>("close");
    if (auto *mark = markOf(handle))
        *mark = false;
    return realClose(handle);
}

int ioctl(int handle, unsigned long request, ...) noexcept
{
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    static const auto realIoctl = real<int (*)(int, unsigned long, ...)>("ioctl");
    return isOurs(handle) ? answer(handle, request, argument) : realIoctl(handle, request, argument);
}

void *mmap(void *address, size_t length, int protection, int flags, int handle, off_t offset) noexcept
{
    static const auto realMap = real<void *(*)(void *, size_t, int, int, int, off_t)>("mmap");
    void *buffer = bufferAt(handle, offset);
    return buffer ? buffer : realMap(address, length, protection, flags, handle, offset);
}

int munmap(void *address, size_t length) noexcept
{
    static const auto realUnmap = real<int (*)(void *, size_t)>("munmap");
    return isBuffer(address) ? 0 : realUnmap(address, length);
}

DIR *opendir(const char *path)
{
    static const auto realOpen = real<DIR *(*)(const char *)>("opendir");
    DIR *listing = realOpen(path);
    const std::string_view folder(path);
    if (listing && (folder == "/dev" || folder == "/dev/")) {
        const std::lock_guard lock(camera().mutex);
        camera().listings[listing] = false;
    }
    return listing;
}

dirent64 *readdir64(DIR *listing)
{
    static const auto realRead = real<dirent64 *(*)(DIR *)>("readdir64");
    {
        const std::lock_guard lock(camera().mutex);
        const auto ours = camera().listings.find(listing);
        if (ours == camera().listings.end())
            return realRead(listing);
        if (isPluggedIn() && !std::exchange(ours->second, true))
            return nameDevice();
    }
    dirent64 *entry = realRead(listing);
    while (entry && std::string_view(entry->d_name).starts_with("video"))
        entry = realRead(listing);
    return entry;
}

int closedir(DIR *listing)
{
    static const auto realClose = real<int (*)(DIR *)>("closedir");
    {
        const std::lock_guard lock(camera().mutex);
        camera().listings.erase(listing);
    }
    return realClose(listing);
}

int statx(int folder, const char *path, int flags, unsigned mask, struct statx *found) noexcept
{
    static const auto realStat = real<int (*)(int, const char *, int, unsigned, struct statx *)>("statx");
    if (!isDevice(path))
        return realStat(folder, path, flags, mask, found);
    *found = {};
    found->stx_mask = STATX_BASIC_STATS;
    found->stx_mode = S_IFCHR | (isForbidden() ? 0600 : 0666);
    found->stx_nlink = 1;
    return isPluggedIn() ? 0 : refuse(ENOENT);
}

int access(const char *path, int mode) noexcept
{
    static const auto realAccess = real<int (*)(const char *, int)>("access");
    if (!isDevice(path))
        return realAccess(path, mode);
    if (isForbidden() && mode != F_OK)
        return refuse(EACCES);
    return isPluggedIn() ? 0 : refuse(ENOENT);
}

} // extern "C"
