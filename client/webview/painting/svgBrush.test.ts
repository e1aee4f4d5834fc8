import assert from 'node:assert/strict';
import { createSvgBrush } from './svgBrush.ts';

const brush = () => createSvgBrush(text => ({ width: text.length * 6 }) as TextMetrics);

describe('a brush that writes SVG', () => {
  it('writes shapes, lines and texts with the style of the moment', () => {
    const svg = brush();
    svg.fillStyle = '#123456';
    svg.fillRect(1, 2, 3, 4.125);
    svg.strokeStyle = 'red';
    svg.lineWidth = 2;
    svg.setLineDash([3, 2]);
    svg.beginPath();
    svg.moveTo(0, 0);
    svg.lineTo(5, 5);
    svg.stroke();
    svg.font = '600 20px "Droid Sans", sans-serif';
    svg.fillText('37', 5, 6);
    assert.equal(
      svg.toSvg(100, 50),
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50">' +
        '<rect x="1" y="2" width="3" height="4.13" fill="#123456"/>' +
        '<path d="M0 0L5 5" fill="none" stroke="red" stroke-width="2" stroke-dasharray="3 2"/>' +
        '<text x="5" y="6" font-size="20" font-family="&quot;Droid Sans&quot;, sans-serif" font-weight="600" fill="#123456">37</text></svg>\n',
    );
  });

  it('closes what was clipped or moved when the style is restored, and comes back to the style before', () => {
    const svg = brush();
    svg.save();
    svg.fillStyle = 'blue';
    svg.translate(10, 0);
    svg.beginPath();
    svg.rect(0, 0, 5, 5);
    svg.clip();
    svg.restore();
    svg.fillRect(0, 0, 1, 1);
    assert.match(
      svg.toSvg(9, 9),
      /<g transform="translate\(10 0\)"><clipPath id="clip1"><path d="M0 0h5v5h-5Z"\/><\/clipPath>.*<\/g><\/g><rect/,
    );
    assert.match(svg.toSvg(9, 9), /<rect [^>]*fill="#000000"\/><\/svg>/);
  });

  it('never lets a text become markup', () => {
    const svg = brush();
    svg.fillText('<img onerror="x"> & \u0000\ud800 \u202e', 0, 0);
    assert.match(svg.toSvg(9, 9), />&lt;img onerror=&quot;x&quot;&gt; &amp; \?\? \u202e<\/text>/);
  });
});
