// The measuring that runs inside a page: in the browser, and as it stands also in the window by a driver that can run a script.
// Nothing here may refer to anything outside of `install`.

/** Makes `window.measure`. A page with `window.bench` says itself when it is painted; otherwise the map's canvas is looked at. */
export function install() {
  const copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** The pixels of the map's canvas; none while there is no map. */
  function picture() {
    const canvas = document.querySelector("[data-testid=map-canvas]");
    if (!(canvas instanceof HTMLCanvasElement) || canvas.width < 2 || canvas.height < 2) return [];
    const { width, height } = canvas;
    if (copy.canvas.width !== width || copy.canvas.height !== height) Object.assign(copy.canvas, { width, height });
    copy.drawImage(canvas, 0, 0);
    return new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
  }

  /** One number for all pixels. */
  function sum(pixels) {
    let all = 7;
    for (let at = 0; at < pixels.length; at += 1) all = (Math.imul(all, 31) + pixels[at]) | 0;
    return all;
  }

  /** More than a ground is there: four colours among every hundredth pixel. */
  function coloured(pixels) {
    const seen = new Set();
    for (let at = 0; at < pixels.length && seen.size < 4; at += 101) seen.add(pixels[at]);
    return seen.size >= 4;
  }

  const painted = () => (window.bench ? window.bench.painted() : coloured(picture()));

  window.measure = {
    /** Milliseconds from the next click to the end of the frame in which the picture is there: two frames after it was first seen. */
    opening(limit) {
      window.measure.answer = new Promise((resolve, reject) => {
        const follow = async ({ timeStamp }) => {
          while (!painted()) {
            if ((await frame()) - timeStamp > limit) return reject(new Error("not painted in time"));
          }
          await frame();
          resolve((await frame()) - timeStamp);
        };
        document.addEventListener("click", (event) => void follow(event), { capture: true, once: true });
      });
    },
    /**
     * Follows the canvas from the next release of the pointer. `measure.answer` becomes the milliseconds to the end of the frame of its
     * last change: then it has stood still for `still` frames, and, where the page asks a host by the network, has changed after the host's `answer`.
     */
    changes(answer, still, limit) {
      performance.clearResourceTimings();
      const asks = location.protocol === "http:" && location.hostname === "127.0.0.1";
      let [started, last] = [null, null];
      document.addEventListener("pointerup", ({ timeStamp }) => (started = timeStamp), { capture: true, once: true });
      const due = () => !asks || performance.getEntriesByType("resource").some((one) => one.name.endsWith(answer) && one.responseEnd > started && one.responseEnd < last);
      window.measure.answer = (async () => {
        for (let before = sum(picture()), changed = false, calm = 0; last === null || calm < still || !due(); calm += 1) {
          const now = await frame();
          if (started !== null && changed) [last, calm] = [now, 0];
          if (started !== null && now - started > limit) throw new Error("no new picture in time");
          const next = sum(picture());
          changed = next !== before;
          before = next;
        }
        return last - started;
      })();
      window.measure.answer.catch(() => undefined);
    },
    /** Collects the moments of frames until `stop()`. */
    frames() {
      const moments = [];
      let on = true;
      window.measure.stop = () => {
        on = false;
        return moments;
      };
      void (async () => {
        while (on) moments.push(await frame());
      })();
    },
    /** Milliseconds from calling `bench.reparent` to the end of the frame that shows it. */
    async reparent(target) {
      const started = performance.now();
      window.bench.reparent(target);
      await frame();
      return (await frame()) - started;
    },
  };
}
