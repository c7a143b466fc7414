/** Where the idea comes from, and who is not to blame for this page. */
export function Colophon() {
  return (
    <footer>
      <p>
        After <cite>Gradient Descent Robustly Learns the Intrinsic Dimension of Data in Training Convolutional Neural Networks</cite> by
        Zhang, Gao, Zou and Cao, <a href="https://arxiv.org/abs/2504.08628">arXiv 2504.08628</a>. An independent companion, not made or
        endorsed by the paper’s authors. Everything you see is computed in your browser; nothing is sent anywhere.
      </p>
      <p>
        MNIST digits by Y. LeCun, C. Cortes and C. Burges (<a href="./mnist/SOURCE.txt">source and licence</a>).
      </p>
    </footer>
  );
}
